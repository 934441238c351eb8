package dev.tillstream.producer.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C and SIGTERM interrupt a thread, and waits until it has said its last word. */
final class StopSignal implements AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(20);

    private final CountDownLatch said = new CountDownLatch(1);
    private final Thread hook;

    StopSignal(Thread worker) {
        hook = new Thread(() -> stop(worker), "stop-production");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop(Thread worker) {
        worker.interrupt();
        try {
            if (!said.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("The production didn't stop in time");
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
