package dev.tillstream.warehouse.stock;

import dev.tillstream.contract.RequestId;
import java.time.Instant;

/**
 * Somebody looked at the shelf and counted: what moved up to that second is in it.
 *
 * @param quantity pieces
 */
public record StockCounted(
        String changeId,
        StockItem item,
        Product product,
        RequestId requestId,
        Instant occurred,
        int quantity)
        implements LedgerEntry {

    CountMark mark() {
        return new CountMark(occurred, requestId);
    }
}
