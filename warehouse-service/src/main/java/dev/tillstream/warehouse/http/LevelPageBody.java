package dev.tillstream.warehouse.http;

import dev.tillstream.warehouse.stock.LevelPage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A page of levels as clients see it.
 *
 * @param nextCursor what to ask with for the next page; null on the last
 */
@JsonNaming(SnakeCaseStrategy.class)
record LevelPageBody(List<LevelBody> levels, @Nullable String nextCursor) {

    static LevelPageBody of(LevelPage page) {
        return new LevelPageBody(
                page.levels().stream().map(LevelBody::of).toList(),
                page.last() == null ? null : new Cursor(page.last()).encode());
    }
}
