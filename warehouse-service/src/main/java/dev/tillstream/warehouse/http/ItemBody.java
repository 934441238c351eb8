package dev.tillstream.warehouse.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tillstream.warehouse.stock.LedgerPage;
import dev.tillstream.warehouse.stock.StockLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * An item's level with what happened to it, the latest first.
 *
 * @param nextCursor what to ask with for more of the ledger; null on its last page
 */
@JsonNaming(SnakeCaseStrategy.class)
record ItemBody(
        @JsonUnwrapped LevelBody level, List<EntryBody> ledger, @Nullable String nextCursor) {

    static ItemBody of(StockLevel level, LedgerPage page) {
        return new ItemBody(
                LevelBody.of(level),
                page.entries().stream().map(EntryBody::of).toList(),
                page.last() == null ? null : new LedgerCursor(page.last()).encode());
    }
}
