package dev.tillstream.analytics.window;

import dev.tillstream.analytics.view.Timing;
import dev.tillstream.contract.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A clock for each store of a shard, so that one till's fast clock or one import never makes
 * another store late.
 */
final class StoreClocks {

    /**
     * A store that has been silent for so long beyond a window's length has no open window: its
     * clock may start afresh.
     */
    private static final Duration FORGOTTEN_AFTER = Timing.LONGEST.plusHours(1);

    /** By the store's name. */
    private final Map<String, StoreClock> clocks = new HashMap<>();

    private Instant latest = Instant.MIN;

    /** The store's clock, which starts when it is first heard. */
    StoreClock of(StoreId store) {
        return clocks.computeIfAbsent(
                store.value(), name -> new StoreClock(Instant.MIN, Instant.MIN));
    }

    void hear(StoreClock clock, Arrival arrival) {
        Instant time = arrival.event().time();
        clock.hear(time, arrival.source().arrived());
        latest = later(latest, time);
    }

    /**
     * Takes note of a window that was found in the table: its store was heard before, elsewhere.
     */
    void find(WindowId window, Instant now) {
        clocks.putIfAbsent(window.store().value(), new StoreClock(window.start(), now));
        latest = later(latest, window.start());
    }

    /** The latest time that a window can be due at and close: those due later needn't be asked. */
    Instant horizon(Instant now) {
        return later(latest, now);
    }

    void forgetSilent(Instant now) {
        clocks.values().removeIf(clock -> clock.isSilentFor(FORGOTTEN_AFTER, now));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
