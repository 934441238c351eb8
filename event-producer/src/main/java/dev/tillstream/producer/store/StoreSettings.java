package dev.tillstream.producer.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How busy the invented stores are.
 *
 * @param stores how many; they are called store_1, store_2 and so on
 * @param eventsPerMinute of all stores together
 * @param duration how long they are open; null for ever
 */
public record StoreSettings(int stores, int eventsPerMinute, @Nullable Duration duration) {

    /** Five stores and about 1,170 events a minute. */
    public static final StoreSettings ENDLESS = new StoreSettings(5, 1_170, null);

    public StoreSettings {
        if (stores < 1 || stores > 1_000) {
            throw new IllegalArgumentException("stores must be from 1 to 1000, are " + stores);
        }
        if (eventsPerMinute < 1 || eventsPerMinute > 1_000_000) {
            throw new IllegalArgumentException(
                    "events a minute must be from 1 to 1000000, are " + eventsPerMinute);
        }
        if (duration != null && !duration.isPositive()) {
            throw new IllegalArgumentException("the duration must be positive, is " + duration);
        }
    }
}
