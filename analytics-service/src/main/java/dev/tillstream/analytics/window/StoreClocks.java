package dev.tillstream.analytics.window;

import dev.tillstream.analytics.view.Timing;
import dev.tillstream.contract.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A watermark for each store of a shard, the same for all views, so that one till's fast clock or
 * one import never makes another store late.
 */
final class StoreClocks {

    /**
     * A store that has been silent for so long beyond a window's length has no open window: its
     * clock may start afresh.
     */
    private static final Duration FORGOTTEN_AFTER = Timing.LONGEST.plusHours(1);

    /** By the store's name. */
    private final Map<String, Clock> clocks = new HashMap<>();

    private Instant latest = Instant.MIN;

    private static final class Clock {

        private Instant watermark;
        private Instant heard;

        Clock(Instant watermark, Instant heard) {
            this.watermark = watermark;
            this.heard = heard;
        }
    }

    void hear(StoreId store, Instant time, Instant arrived) {
        Clock clock = clocks.get(store.value());
        if (clock == null) {
            clocks.put(store.value(), new Clock(time, arrived));
        } else {
            clock.watermark = later(clock.watermark, time);
            clock.heard = later(clock.heard, arrived);
        }
        latest = later(latest, time);
    }

    /**
     * Takes note of a window that was found in the table: its store was heard before, elsewhere.
     */
    void find(WindowId window, Instant now) {
        clocks.putIfAbsent(window.store().value(), new Clock(window.start(), now));
        latest = later(latest, window.start());
    }

    /** The latest time that a window can be due at and close: those due later needn't be asked. */
    Instant horizon(Instant now) {
        return later(latest, now);
    }

    /** Whether it is time for the window's first row. */
    boolean closes(WindowId window, Instant now) {
        Clock clock = clocks.get(window.store().value());
        return clock != null
                && window.view().timing().closes(window.end(), clock.watermark, clock.heard, now);
    }

    void forgetSilent(Instant now) {
        clocks.values().removeIf(clock -> clock.heard.plus(FORGOTTEN_AFTER).isBefore(now));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
