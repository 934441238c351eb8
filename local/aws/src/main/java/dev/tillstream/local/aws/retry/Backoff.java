package dev.tillstream.local.aws.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Doubling waits with a cap, each shortened by up to half so that retries do not march in step. */
public record Backoff(Duration first, Duration cap, RandomGenerator random) {

    public Backoff {
        if (first.isNegative() || first.isZero() || cap.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "Backoff needs 0 < first <= cap: " + first + ", " + cap);
        }
    }

    /** The wait after this many failures in a row. */
    public Duration after(int failures) {
        // 2^30 times any first wait is over every sensible cap, and can't overflow a long of
        // milliseconds.
        int doublings = Math.min(Math.max(failures - 1, 0), 30);
        long ceiling = Math.min(cap.toMillis(), first.toMillis() << doublings);
        return Duration.ofMillis(ceiling - random.nextLong(ceiling / 2 + 1));
    }
}
