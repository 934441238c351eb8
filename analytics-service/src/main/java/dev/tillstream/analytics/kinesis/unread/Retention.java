package dev.tillstream.analytics.kinesis.unread;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long a stream keeps its records, as it said some minutes ago at most. */
final class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Supplier<Duration> source;
    private final InstantSource clock;

    private volatile @Nullable Duration known;
    private Instant asked = Instant.MIN;

    Retention(Supplier<Duration> source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Null if the stream has not said it yet. */
    synchronized @Nullable Duration find() {
        Instant now = clock.instant();
        if (asked.isBefore(now.minus(FRESH))) {
            asked = now;
            try {
                known = source.get();
            } catch (RuntimeException e) {
                log.warn("A stream didn't say how long it keeps records", e);
            }
        }
        return known;
    }

    /** Without asking. */
    double knownMillis() {
        Duration duration = known;
        return duration == null ? Double.NaN : duration.toMillis();
    }
}
