package dev.tillstream.contract;

import java.time.Instant;

/**
 * A change of what a store has on its shelves that is not a sale.
 *
 * @param quantity pieces, at most 10<sup>9</sup> either way; only an adjustment may be negative
 */
public record InventoryChanged(
        StoreId storeId,
        RequestId requestId,
        Instant time,
        String name,
        String category,
        Sku sku,
        StockChange change,
        int quantity,
        String extra)
        implements StoreEvent {

    public static final String DETAIL_TYPE = "inventory-events";

    public InventoryChanged {
        time = Text.wholeSeconds(time);
        Text.require("name", name, Text.LABEL);
        Text.require("category", category, Text.LABEL);
        Text.requireRange(
                "quantity", quantity, change == StockChange.ADJUSTED ? -Text.MAX_QUANTITY : 0);
    }

    @Override
    public String detailType() {
        return DETAIL_TYPE;
    }
}
