package dev.tillstream.producer.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait before something is sent again: doubling, jittered, never beyond a bound. */
public record Backoff(Duration first, Duration longest, RandomGenerator random) {

    /**
     * How long to wait now.
     *
     * @param attempt that went wrong, from 1
     * @param asked how long the receiver asked to wait, if it did
     */
    public Duration pauseAfter(int attempt, @Nullable Duration asked) {
        double doubled = (double) first.toMillis() * Math.pow(2, attempt - 1.0);
        double jittered =
                Math.min(doubled, (double) longest.toMillis()) * random.nextDouble(0.5, 1.5);
        long wanted = asked == null ? 0 : asked.toMillis();
        return Duration.ofMillis(Math.min(Math.max((long) jittered, wanted), longest.toMillis()));
    }
}
