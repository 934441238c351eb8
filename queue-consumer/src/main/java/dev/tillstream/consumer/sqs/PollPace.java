package dev.tillstream.consumer.sqs;

import io.awspring.cloud.sqs.listener.backpressure.BackPressureHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Fewer requests to a queue that has little: after a poll that came back with less than it may
 * have, the next one waits a moment for messages to gather, and goes alone. As long as polls are
 * full nothing waits.
 */
final class PollPace implements BackPressureHandler {

    private final long linger;
    private boolean quiet = true;
    private boolean underWay;
    private long earliest = System.nanoTime();

    PollPace(Duration linger) {
        this.linger = linger.toNanos();
    }

    @Override
    public int request(int amount) throws InterruptedException {
        long rest;
        synchronized (this) {
            if (!quiet) {
                return amount;
            }
            if (underWay) {
                return 0;
            }
            rest = earliest - System.nanoTime();
        }
        TimeUnit.NANOSECONDS.sleep(rest);
        synchronized (this) {
            underWay = true;
        }
        return amount;
    }

    /** A full poll is a partial one of which nothing is left. */
    @Override
    public synchronized void release(int amount, ReleaseReason reason) {
        switch (reason) {
            case NONE_FETCHED -> next(true, 0);
            case PARTIAL_FETCH -> next(amount > 0, linger);
            case PROCESSED, LIMITED -> {}
        }
    }

    private void next(boolean alone, long nanos) {
        quiet = alone;
        underWay = false;
        earliest = System.nanoTime() + nanos;
    }

    /** Holds no permits of its own. */
    @Override
    public boolean drain(Duration timeout) {
        return true;
    }
}
