package dev.tillstream.warehouse.stock;

import dev.tillstream.contract.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a store's levels, by sku.
 *
 * @param last the sku to go on after; null if no more levels follow
 */
public record LevelPage(List<StockLevel> levels, @Nullable Sku last) {

    public LevelPage {
        levels = List.copyOf(levels);
    }
}
