package dev.tillstream.publisher;

import java.time.Duration;

/**
 * How often and how fast a failed event is sent again.
 *
 * @param attempts how often one event is sent at most, the first time included
 * @param base the longest pause before the second attempt; it doubles with each further one
 * @param cap no pause is longer
 * @param deadline nothing is sent again later than this after the beginning
 */
public record RetrySettings(int attempts, Duration base, Duration cap, Duration deadline) {

    public static final RetrySettings DEFAULTS =
            new RetrySettings(4, Duration.ofMillis(50), Duration.ofSeconds(1));

    public RetrySettings(int attempts, Duration base, Duration cap) {
        this(attempts, base, cap, Duration.ofSeconds(10));
    }

    public RetrySettings {
        if (deadline.isNegative()) {
            throw new IllegalArgumentException("deadline must not be negative: " + deadline);
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, not " + attempts);
        }
        if (base.isNegative() || cap.compareTo(base) < 0) {
            throw new IllegalArgumentException(
                    "0 <= base <= cap does not hold: base " + base + ", cap " + cap);
        }
    }
}
