package dev.tillstream.analytics.view;

import java.time.Duration;
import java.time.Instant;

/**
 * A view's time: windows are tumbling, [start, end), in event time, UTC.
 *
 * @param length of a window, whole seconds from 1 s to 1 h, as all its events' identities are in
 *     memory while it is open
 * @param grace how far a store's watermark must pass a window's end until the window closes
 * @param idle how long a store must be silent until the clock closes its windows instead
 */
public record Timing(Duration length, Duration grace, Duration idle) {

    public static final Duration LONGEST = Duration.ofHours(1);

    /** The start of the window that an event of this time falls into. */
    public Instant startOf(Instant time) {
        long seconds = length.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }

    /** Whether a window may start at a time. */
    public boolean isStart(Instant time) {
        return time.getNano() == 0 && time.getEpochSecond() % length.toSeconds() == 0;
    }

    /** When a window that ends at a time may close: no clock that is earlier closes it. */
    public Instant dueOf(Instant end) {
        return end.plus(grace);
    }

    /**
     * Whether a window's first row is due. Later events make corrections, so this decides only
     * about how soon and how often rows are published, never about totals.
     *
     * @param end of the window
     * @param watermark the latest event time seen of the store
     * @param heard when the store's latest event arrived
     * @param now how far the shard has been read
     */
    public boolean closes(Instant end, Instant watermark, Instant heard, Instant now) {
        Instant due = dueOf(end);
        boolean storeIsSilent = !now.isBefore(heard.plus(idle));
        return !watermark.isBefore(due) || (storeIsSilent && !now.isBefore(due));
    }
}
