package dev.tillstream.local.benchmarks.analytics;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A window of {@code sales_revenue}: a minute of a store. */
record Minute(String store, Instant start) {

    static Minute of(String store, Instant time) {
        return new Minute(store, time.truncatedTo(ChronoUnit.MINUTES));
    }

    Instant end() {
        return start.plus(1, ChronoUnit.MINUTES);
    }
}
