package dev.tillstream.analytics.window;

import java.time.Duration;
import java.time.Instant;

/**
 * How far one store has come: its watermark, the latest time of its events, and when it was heard
 * last. All its windows share it, those of all views.
 */
final class StoreClock {

    private Instant watermark;
    private Instant heard;

    StoreClock(Instant watermark, Instant heard) {
        this.watermark = watermark;
        this.heard = heard;
    }

    void hear(Instant time, Instant arrived) {
        if (time.isAfter(watermark)) {
            watermark = time;
        }
        if (arrived.isAfter(heard)) {
            heard = arrived;
        }
    }

    /** Whether it is time for the window's first row. */
    boolean closes(WindowId window, Instant now) {
        return window.view().timing().closes(window.end(), watermark, heard, now);
    }

    boolean isSilentFor(Duration time, Instant now) {
        return heard.plus(time).isBefore(now);
    }
}
