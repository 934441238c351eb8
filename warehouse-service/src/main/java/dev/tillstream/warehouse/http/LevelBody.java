package dev.tillstream.warehouse.http;

import dev.tillstream.warehouse.stock.StockLevel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A level as clients see it.
 *
 * @param negative whether more was sold than is known to have come: goods that nobody wrote down
 * @param countedAt when it was last counted; null if never
 * @param version how often the level changed
 */
@JsonNaming(SnakeCaseStrategy.class)
record LevelBody(
        String storeId,
        String sku,
        String name,
        String category,
        long level,
        boolean negative,
        @Nullable Instant countedAt,
        long version) {

    static LevelBody of(StockLevel level) {
        return new LevelBody(
                level.item().storeId().value(),
                level.item().sku().value(),
                level.product().name(),
                level.product().category(),
                level.onHand(),
                level.onHand() < 0,
                level.lastCount() == null ? null : level.lastCount().at(),
                level.version());
    }
}
