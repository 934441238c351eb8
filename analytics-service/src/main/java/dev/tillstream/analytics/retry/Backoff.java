package dev.tillstream.analytics.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: a random part of a bound that doubles up to a limit, so
 * that workers that failed together don't come back together.
 */
public record Backoff(Duration first, Duration limit, RandomGenerator random) {

    public Backoff {
        if (first.isNegative() || limit.compareTo(first) < 0) {
            throw new IllegalArgumentException("from " + first + " to " + limit);
        }
    }

    /**
     * The time to wait after some failures.
     *
     * @param failures how many there were, at least 1
     */
    public Duration after(int failures) {
        int doublings = Math.min(failures - 1, 30);
        long bound = Math.min(first.toMillis() << doublings, limit.toMillis());
        return Duration.ofMillis(random.nextLong(bound + 1));
    }

    /**
     * Waits.
     *
     * @return false if the thread was interrupted, which it then still is
     */
    public boolean pause(int failures) {
        try {
            Thread.sleep(after(failures));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
