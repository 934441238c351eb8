package dev.tillstream.analytics.window;

import java.time.Duration;
import java.time.Instant;

/**
 * What holds for all views.
 *
 * @param future how far an event's time may lie beyond its arrival
 * @param openWindows how many windows a shard keeps in memory, those of all its views together;
 *     more are left to the table
 */
public record Limits(Duration future, int openWindows) {

    public Limits {
        if (future.isNegative() || openWindows < 1) {
            throw new IllegalArgumentException("negative limits");
        }
    }

    boolean isFuture(Instant time, Instant arrived) {
        return time.isAfter(arrived) && time.isAfter(arrived.plus(future));
    }
}
