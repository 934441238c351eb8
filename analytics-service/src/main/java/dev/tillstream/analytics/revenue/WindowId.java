package dev.tillstream.analytics.revenue;

import dev.tillstream.contract.StoreId;
import java.time.Duration;
import java.time.Instant;

/**
 * One minute of one store in one view: [start, end) in event time, UTC.
 *
 * <p>As text it is {@code sales_revenue|2010-12-01T10:03:00Z|United Kingdom}, the store last
 * because only a store's name may hold a bar.
 */
public record WindowId(String view, Instant start, StoreId store) {

    public static final Duration LENGTH = Duration.ofSeconds(60);

    public WindowId {
        if (view.indexOf('|') >= 0) {
            throw new IllegalArgumentException("a view's name must not hold a bar: " + view);
        }
        if (!start.equals(startOf(start))) {
            throw new IllegalArgumentException("not the start of a window: " + start);
        }
    }

    /** The window that an event of this time falls into. */
    public static WindowId at(String view, StoreId store, Instant time) {
        return new WindowId(view, startOf(time), store);
    }

    /** The inverse of {@link #toString()}. */
    public static WindowId parse(String text) {
        String[] parts = text.split("\\|", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a window: " + text);
        }
        return new WindowId(parts[0], Instant.parse(parts[1]), new StoreId(parts[2]));
    }

    public Instant end() {
        return start.plus(LENGTH);
    }

    @Override
    public String toString() {
        return view + "|" + start + "|" + store;
    }

    private static Instant startOf(Instant time) {
        long length = LENGTH.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), length) * length);
    }
}
