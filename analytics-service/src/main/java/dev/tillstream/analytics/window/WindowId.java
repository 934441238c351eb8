package dev.tillstream.analytics.window;

import dev.tillstream.analytics.view.Key;
import dev.tillstream.analytics.view.View;
import dev.tillstream.contract.StoreId;
import java.time.Instant;

/**
 * One window of one key of a view: [start, end) in event time, UTC. The view's name stands for the
 * view.
 *
 * <p>As text it is {@code sales_revenue|2010-12-01T10:03:00Z|United Kingdom}, the key last because
 * only a key may hold a bar.
 */
public record WindowId(View view, Instant start, Key key) {

    public WindowId {
        if (!view.timing().isStart(start)) {
            throw new IllegalArgumentException("not the start of a window: " + start);
        }
    }

    /** The window that an event of this time falls into. */
    public static WindowId at(View view, Key key, Instant time) {
        return new WindowId(view, view.timing().startOf(time), key);
    }

    /** The inverse of {@link #toString()}. */
    public static WindowId parse(View view, String text) {
        String[] parts = text.split("\\|", 3);
        if (parts.length != 3 || !parts[0].equals(view.name())) {
            throw new IllegalArgumentException("not a window of " + view.name() + ": " + text);
        }
        return new WindowId(view, Instant.parse(parts[1]), Key.parse(parts[2], view.key().size()));
    }

    public Instant end() {
        return view.endOf(start);
    }

    public StoreId store() {
        return key.store();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WindowId(View otherView, Instant otherStart, Key otherKey)
                && view.name().equals(otherView.name())
                && start.equals(otherStart)
                && key.equals(otherKey);
    }

    @Override
    public int hashCode() {
        return (view.name().hashCode() * 31 + start.hashCode()) * 31 + key.hashCode();
    }

    @Override
    public String toString() {
        return view.name() + "|" + start + "|" + key;
    }
}
