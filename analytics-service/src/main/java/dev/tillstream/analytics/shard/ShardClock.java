package dev.tillstream.analytics.shard;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a shard has been read, as a time: all records that arrived before it are known. A worker
 * that lags behind, or that can't reach the stream, has a clock that lags or stands still, and
 * closes no window whose records it has yet to read.
 */
final class ShardClock {

    private Instant now = Instant.EPOCH;

    Instant now() {
        return now;
    }

    /**
     * Takes note of an answer of the stream.
     *
     * @param given when it was given, if that is known
     * @param behind how much younger the stream's latest record was than what it gave, if it said
     *     so
     */
    void advance(@Nullable Instant given, @Nullable Duration behind) {
        if (given != null && behind != null && given.minus(behind).isAfter(now)) {
            now = given.minus(behind);
        }
    }
}
