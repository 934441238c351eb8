package dev.tillstream.router.route;

import java.time.Duration;

/**
 * How long the bus tries a target again before the event goes to its dead-letter queue.
 *
 * @param attempts 0 to 185
 * @param age a minute to a day
 */
public record RetryPolicy(int attempts, Duration age) {

    public static final int MOST_ATTEMPTS = 185;
    public static final Duration SHORTEST_AGE = Duration.ofMinutes(1);
    public static final Duration LONGEST_AGE = Duration.ofDays(1);

    /** What the bus does when nothing is said. */
    public static final RetryPolicy OF_THE_BUS = new RetryPolicy(MOST_ATTEMPTS, LONGEST_AGE);

    public RetryPolicy {
        if (attempts < 0 || attempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException("attempts must be 0 to 185, not " + attempts);
        }
        if (age.compareTo(SHORTEST_AGE) < 0 || age.compareTo(LONGEST_AGE) > 0) {
            throw new IllegalArgumentException("age must be 1m to 24h, not " + age);
        }
    }
}
