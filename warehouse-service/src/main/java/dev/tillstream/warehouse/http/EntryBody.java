package dev.tillstream.warehouse.http;

import dev.tillstream.warehouse.stock.LedgerEntry;
import dev.tillstream.warehouse.stock.StockCounted;
import dev.tillstream.warehouse.stock.StockMoved;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Something that happened to an item.
 *
 * @param kind sold, returned, received and adjusted add the quantity; counted sets it
 */
@JsonNaming(SnakeCaseStrategy.class)
record EntryBody(String changeId, String requestId, Instant occurredAt, String kind, int quantity) {

    static EntryBody of(LedgerEntry entry) {
        return switch (entry) {
            case StockMoved moved -> body(moved, moved.reason().name(), moved.quantity());
            case StockCounted counted -> body(counted, "COUNTED", counted.quantity());
        };
    }

    private static EntryBody body(LedgerEntry entry, String kind, int quantity) {
        return new EntryBody(
                entry.changeId(),
                entry.requestId().value(),
                entry.occurred(),
                kind.toLowerCase(Locale.ROOT),
                quantity);
    }
}
