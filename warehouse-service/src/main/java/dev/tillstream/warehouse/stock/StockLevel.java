package dev.tillstream.warehouse.stock;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many pieces of an item there are: its latest count and all moves after that count's second,
 * whatever the order in which they became known.
 *
 * @param product what the latest change to be heard of called it
 * @param lastCount the latest count; null if it was never counted
 * @param onHand pieces; negative when more was sold than anybody wrote down as received
 * @param moves how many moves since the last count are in it
 * @param version how often it changed; 0 for an item that nothing is known of
 */
public record StockLevel(
        StockItem item,
        Product product,
        @Nullable CountMark lastCount,
        long onHand,
        long moves,
        long version) {

    /** Of an item that nothing is known of. */
    public static StockLevel unknown(StockItem item, Product product) {
        return new StockLevel(item, product, null, 0, 0, 0);
    }

    /** Whether what happened then is already in the latest count; once true, it stays true. */
    public boolean covers(Instant occurred) {
        return lastCount != null && !occurred.isAfter(lastCount.at());
    }

    public boolean isSupersededBy(StockCounted count) {
        return lastCount == null || count.mark().compareTo(lastCount) > 0;
    }

    public StockLevel after(StockMoved move) {
        return covers(move.occurred())
                ? this
                : new StockLevel(
                        item,
                        move.product(),
                        lastCount,
                        onHand + move.quantity(),
                        moves + 1,
                        version + 1);
    }

    /**
     * The level by a later count.
     *
     * @param movesSinceLastCount every move that is in this level: as many as {@link #moves}
     */
    public StockLevel after(StockCounted count, List<StockMoved> movesSinceLastCount) {
        if (!isSupersededBy(count) || movesSinceLastCount.size() != moves) {
            throw new IllegalArgumentException(
                    count + " with " + movesSinceLastCount.size() + " moves, after " + this);
        }
        long onHand = count.quantity();
        long movesSince = 0;
        for (StockMoved move : movesSinceLastCount) {
            if (move.occurred().isAfter(count.occurred())) {
                onHand += move.quantity();
                movesSince++;
            }
        }
        return new StockLevel(item, count.product(), count.mark(), onHand, movesSince, version + 1);
    }
}
