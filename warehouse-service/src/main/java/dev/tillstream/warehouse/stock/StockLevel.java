package dev.tillstream.warehouse.stock;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many pieces of an item there are: its latest count and all moves after that count's second,
 * whatever the order in which they became known.
 *
 * @param lastCount the latest count; null if it was never counted
 * @param onHand pieces; negative when more was sold than anybody wrote down as received
 * @param moves how many moves since the last count are in it
 */
public record StockLevel(StockItem item, @Nullable CountMark lastCount, long onHand, long moves) {

    /** Of an item that nothing is known of. */
    public static StockLevel unknown(StockItem item) {
        return new StockLevel(item, null, 0, 0);
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
                : new StockLevel(item, lastCount, onHand + move.quantity(), moves + 1);
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
        StockLevel level = new StockLevel(item, count.mark(), count.quantity(), 0);
        for (StockMoved move : movesSinceLastCount) {
            level = level.after(move);
        }
        return level;
    }
}
