package dev.tillstream.warehouse.stock;

import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ledger of all stores, and the levels that it adds up to at every moment. */
public interface StockBook {

    /** Writes an entry down, and with it the item's level, unless it is there already. */
    Recording record(LedgerEntry entry);

    /** Empty if nothing ever happened to the item. */
    Optional<StockLevel> level(StockItem item);

    /**
     * A store's levels, by sku.
     *
     * @param limit how many at most, 1 or more
     * @param after only those behind this sku; null to start with the first
     */
    LevelPage levels(StoreId storeId, int limit, @Nullable Sku after);
}
