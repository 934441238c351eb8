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

    private final Map<StoreId, Clock> clocks = new HashMap<>();

    private record Clock(Instant watermark, Instant heard) {

        /** Nearly every event of a busy store tells its clock nothing new. */
        boolean covers(Instant time, Instant arrived) {
            return !time.isAfter(watermark) && !arrived.isAfter(heard);
        }

        Clock latest(Clock other) {
            return new Clock(later(watermark, other.watermark), later(heard, other.heard));
        }
    }

    void hear(StoreId store, Instant time, Instant arrived) {
        Clock known = clocks.get(store);
        if (known == null || !known.covers(time, arrived)) {
            clocks.merge(store, new Clock(time, arrived), Clock::latest);
        }
    }

    /**
     * Takes note of a window that was found in the table: its store was heard before, elsewhere.
     */
    void find(WindowId window, Instant now) {
        clocks.putIfAbsent(window.store(), new Clock(window.start(), now));
    }

    /** Whether it is time for the window's first row. */
    boolean closes(WindowId window, Instant now) {
        Clock clock = clocks.get(window.store());
        return clock != null
                && window.view()
                        .timing()
                        .closes(window.end(), clock.watermark(), clock.heard(), now);
    }

    void forgetSilent(Instant now) {
        clocks.values().removeIf(clock -> clock.heard().plus(FORGOTTEN_AFTER).isBefore(now));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
