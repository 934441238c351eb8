package dev.tillstream.producer.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How busy the invented stores are, and how untidy.
 *
 * @param stores how many; they are called store_1, store_2 and so on
 * @param eventsPerMinute of all stores together
 * @param duration how long they are open; null for ever
 * @param returns which part of the sales is brought back, 0 to 1
 * @param duplicates which part of the events is sent a second time
 * @param late which part of the events is sent late
 * @param lateBy how late these are
 */
public record StoreSettings(
        int stores,
        int eventsPerMinute,
        @Nullable Duration duration,
        double returns,
        double duplicates,
        double late,
        Duration lateBy) {

    /** Five stores and about 1,170 events a minute. */
    public static final StoreSettings ENDLESS = new StoreSettings(5, 1_170, null);

    private static final double USUAL_RETURNS = 0.04;

    public StoreSettings {
        require(stores >= 1 && stores <= 1_000, "stores must be from 1 to 1000, are " + stores);
        require(
                eventsPerMinute >= 1 && eventsPerMinute <= 10_000_000,
                "events a minute must be from 1 to 10000000, are " + eventsPerMinute);
        require(
                duration == null || duration.isPositive(),
                "the duration must be positive, is " + duration);
        requirePart("returns", returns);
        requirePart("duplicates", duplicates);
        requirePart("late", late);
        require(lateBy.isPositive(), "late-by must be positive, is " + lateBy);
    }

    /** Tidy ones. */
    public StoreSettings(int stores, int eventsPerMinute, @Nullable Duration duration) {
        this(stores, eventsPerMinute, duration, USUAL_RETURNS, 0, 0, Duration.ofMinutes(2));
    }

    private static void requirePart(String name, double part) {
        require(part >= 0 && part <= 1, name + " must be from 0 to 1, is " + part);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
