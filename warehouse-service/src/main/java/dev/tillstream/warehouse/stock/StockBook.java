package dev.tillstream.warehouse.stock;

import dev.tillstream.contract.Sku;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The ledger of all stores, and the levels that it adds up to at every moment. */
public interface StockBook {

    /** Writes an entry down, and with it the item's level, unless it is there already. */
    Recording record(LedgerEntry entry);

    /** Empty if nothing ever happened to the item. */
    Optional<StockLevel> level(StockItem item);

    /**
     * Levels of a store, by sku. A page may hold fewer than asked for though more follow.
     *
     * @param limit how many at most, 1 or more
     * @param after only those behind this sku; null to start with the first
     */
    LevelPage levels(LevelQuery query, int limit, @Nullable Sku after);

    /**
     * What happened to an item, the latest first.
     *
     * @param limit how many at most, 1 or more
     * @param after only what is behind this position; null to start with the latest
     */
    LedgerPage ledger(StockItem item, int limit, @Nullable LedgerPosition after);
}
