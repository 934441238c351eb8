package dev.tillstream.warehouse.stock;

import dev.tillstream.contract.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * Which levels of a store.
 *
 * @param category only those of products of this category; null for any
 * @param below only those of fewer pieces; null for any
 */
public record LevelQuery(StoreId storeId, @Nullable String category, @Nullable Integer below) {

    /** All levels of a store. */
    public static LevelQuery all(StoreId storeId) {
        return new LevelQuery(storeId, null, null);
    }

    /** Whether a level is one of them. */
    public boolean matches(StockLevel level) {
        return level.item().storeId().equals(storeId)
                && (category == null || level.product().category().equals(category))
                && (below == null || level.onHand() < below);
    }
}
