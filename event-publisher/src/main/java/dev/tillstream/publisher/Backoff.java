package dev.tillstream.publisher;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Exponential pauses with full jitter: senders that failed together don't come back together. */
record Backoff(RetrySettings settings, RandomGenerator random, Sleeper sleeper) {

    private static final int NO_OVERFLOW = 30;

    /**
     * Waits after a number of failures in a row.
     *
     * @return false when interrupted; the interrupt is kept
     */
    boolean pause(int failures) {
        try {
            sleeper.sleep(Duration.ofNanos(random.nextLong(longest(failures).toNanos() + 1)));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Duration longest(int failures) {
        Duration doubled = settings.base().multipliedBy(1L << Math.min(failures - 1, NO_OVERFLOW));
        return doubled.compareTo(settings.cap()) < 0 ? doubled : settings.cap();
    }
}
