package dev.tillstream.warehouse.dynamodb;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Tries a write again, a bounded number of times and after a random pause, until it gets through.
 */
final class Retries {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private final int attempts;
    private final Runnable onLoss;

    /**
     * @param onLoss called for each attempt that did not get through
     */
    Retries(int attempts, Runnable onLoss) {
        this.attempts = attempts;
        this.onLoss = onLoss;
    }

    /**
     * @param attempt empty if it must be tried again
     * @throws ContendedException if no attempt got through
     */
    <T> T until(Supplier<Optional<T>> attempt) {
        for (int lost = 0; lost < attempts; lost++) {
            if (lost > 0) {
                pause(lost);
            }
            Optional<T> result = attempt.get();
            if (result.isPresent()) {
                return result.get();
            }
            onLoss.run();
        }
        throw new ContendedException("Lost " + attempts + " times against other writes");
    }

    private static void pause(int lost) {
        long ceiling = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << (lost - 1));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, ceiling + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContendedException("Interrupted between attempts");
        }
    }
}
