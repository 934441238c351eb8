package dev.tillstream.analytics.local;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C and SIGTERM end the counting in good order. The producer of a pipe gets Ctrl-C as
 * well and has its last lines to say: for those there is some patience.
 */
final class StopSignal implements AutoCloseable {

    private static final Duration FOR_THE_PRODUCER = Duration.ofSeconds(6);
    private static final Duration LAST_WORDS = Duration.ofSeconds(20);

    private final CountDownLatch said = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop-counting");
    private volatile boolean given;
    private volatile boolean urgent;

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isGiven() {
        return given;
    }

    /** Whether there was time enough for lines to end. */
    boolean isUrgent() {
        return urgent;
    }

    private void stop() {
        given = true;
        try {
            if (!said.await(FOR_THE_PRODUCER.toMillis(), TimeUnit.MILLISECONDS)) {
                urgent = true;
                if (!said.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                    System.err.println("The counting didn't stop in time");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        said.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The signal has come: the hook is what waits for us.
        }
    }
}
