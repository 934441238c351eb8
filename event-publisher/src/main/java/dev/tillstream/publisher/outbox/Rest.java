package dev.tillstream.publisher.outbox;

import dev.tillstream.publisher.RetrySettings;
import java.time.Duration;

/** How long a bus that failed is left alone. Thread-safe. */
final class Rest {

    private static final int NO_OVERFLOW = 30;

    private final RetrySettings settings;
    private int failures;
    private long until = System.nanoTime();

    Rest(RetrySettings settings) {
        this.settings = settings;
    }

    synchronized boolean isOn() {
        return failures > 0 && System.nanoTime() - until < 0;
    }

    /**
     * Notes how a call went.
     *
     * @param taken whether the bus took anything
     */
    synchronized void after(boolean taken) {
        if (taken) {
            failures = 0;
        } else if (!isOn()) {
            failures++;
            Duration doubled =
                    settings.base().multipliedBy(1L << Math.min(failures - 1, NO_OVERFLOW));
            Duration cap = settings.cap();
            until = System.nanoTime() + (doubled.compareTo(cap) < 0 ? doubled : cap).toNanos();
        }
    }
}
