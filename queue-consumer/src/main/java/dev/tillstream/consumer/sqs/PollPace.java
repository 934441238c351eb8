package dev.tillstream.consumer.sqs;

import io.awspring.cloud.sqs.listener.backpressure.BackPressureHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Fewer requests to a queue that has little: after a poll that came back with less than it may
 * have, the next one waits a moment for messages to gather, and goes alone. As long as polls are
 * full nothing waits.
 *
 * <p>A poll that is full tells nobody so; its messages do when they are done.
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
        if (!isQuiet()) {
            return amount;
        }
        if (isUnderWay()) {
            return 0;
        }
        TimeUnit.NANOSECONDS.sleep(untilNext());
        goAlone();
        return amount;
    }

    @Override
    public synchronized void release(int amount, ReleaseReason reason) {
        switch (reason) {
            case NONE_FETCHED -> rest(0);
            case PARTIAL_FETCH -> rest(linger);
            case PROCESSED -> {
                if (underWay) {
                    quiet = false;
                    underWay = false;
                }
            }
            case LIMITED -> {}
        }
    }

    private synchronized boolean isQuiet() {
        return quiet;
    }

    private synchronized boolean isUnderWay() {
        return underWay;
    }

    private synchronized long untilNext() {
        return earliest - System.nanoTime();
    }

    private synchronized void goAlone() {
        underWay = true;
    }

    private void rest(long nanos) {
        quiet = true;
        underWay = false;
        earliest = System.nanoTime() + nanos;
    }

    /** Holds no permits of its own. */
    @Override
    public boolean drain(Duration timeout) {
        return true;
    }
}
