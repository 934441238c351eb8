package dev.tillstream.local.benchmarks;

import java.time.Duration;

/** Waits for what others do. */
public final class Waiting {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private Waiting() {}

    /** Whether it has come true; may have to ask somebody. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws InterruptedException;
    }

    /** Returns when it has come true; throws if it doesn't in time. */
    public static void await(String what, Duration bound, Condition condition)
            throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(what + " did not come within " + bound);
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }
}
