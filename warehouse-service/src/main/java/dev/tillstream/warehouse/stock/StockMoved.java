package dev.tillstream.warehouse.stock;

import dev.tillstream.contract.RequestId;
import java.time.Instant;

/**
 * Goods came or went.
 *
 * @param quantity pieces: positive when they came, negative when they went
 */
public record StockMoved(
        String changeId,
        StockItem item,
        Product product,
        RequestId requestId,
        Instant occurred,
        MoveReason reason,
        int quantity)
        implements LedgerEntry {}
