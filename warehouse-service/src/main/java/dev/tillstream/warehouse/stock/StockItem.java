package dev.tillstream.warehouse.stock;

import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreId;

/** A product on the shelves of a store. */
public record StockItem(StoreId storeId, Sku sku) {}
