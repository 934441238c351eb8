package dev.tillstream.warehouse.stock;

import java.time.Instant;

/** A place in an item's ledger: entries stand by their time, then by their id. */
public record LedgerPosition(Instant occurred, String changeId) {

    static LedgerPosition of(LedgerEntry entry) {
        return new LedgerPosition(entry.occurred(), entry.changeId());
    }
}
