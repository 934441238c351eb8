package dev.tillstream.analytics.revenue;

import java.time.Duration;
import java.time.Instant;

/**
 * When a window closes, and what it never accepts.
 *
 * @param grace how far a store's watermark must pass the window's end
 * @param idle how long a store must be silent until the clock closes its windows instead
 * @param future how far an event's time may lie beyond its arrival
 * @param openWindows how many windows a shard keeps in memory; more are left to the table
 */
public record Rules(Duration grace, Duration idle, Duration future, int openWindows) {

    public Rules {
        if (grace.isNegative() || idle.isNegative() || future.isNegative() || openWindows < 1) {
            throw new IllegalArgumentException("negative rules");
        }
    }

    /**
     * Whether a window's first row is due. Later events make corrections, so this decides only
     * about how soon and how often rows are published, never about totals.
     *
     * @param watermark the latest event time seen of the store
     * @param heard when the store's latest event arrived
     * @param now how far the shard has been read
     */
    boolean closes(WindowId window, Instant watermark, Instant heard, Instant now) {
        Instant due = window.end().plus(grace);
        boolean storeIsSilent = !now.isBefore(heard.plus(idle));
        return !watermark.isBefore(due) || (storeIsSilent && !now.isBefore(due));
    }

    boolean isFuture(Instant time, Instant arrived) {
        return time.isAfter(arrived.plus(future));
    }
}
