package dev.tillstream.analytics.window;

import dev.tillstream.analytics.view.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The windows that one shard feeds, those of all views together, from records to rows.
 *
 * <p>Memory may be lost at any time: what {@link #flush()} has returned for is in the table, and
 * all else comes again from the stream, where entries that the table knows are no longer counted.
 * Every method may be called again after it threw.
 *
 * <p>Not thread-safe: a shard has one owner. Two workers that both believe to own it disturb, but
 * never corrupt each other; nor do the shards of two streams, should both feed a window.
 */
public final class ShardWindows {

    private final List<View> views;
    private final Limits limits;
    private final WindowStore store;
    private final RowDelivery delivery;
    private final Quarantine quarantine;
    private final WindowMeter meter;

    private final StoreClocks clocks = new StoreClocks();
    private final OpenWindows windows;
    private final List<Rejection> rejections = new ArrayList<>();

    /**
     * A shard's windows, none of them in memory.
     *
     * @param views those that read the shard's stream
     */
    public ShardWindows(
            List<View> views,
            Limits limits,
            WindowStore store,
            RowDelivery delivery,
            Quarantine quarantine,
            WindowMeter meter) {
        this.views = List.copyOf(views);
        this.limits = limits;
        this.store = store;
        this.delivery = delivery;
        this.quarantine = quarantine;
        this.meter = meter;
        this.windows = new OpenWindows(clocks, store, meter);
    }

    /** Counts events, in memory as yet. */
    public void accept(Collection<Arrival> arrivals) {
        Assignment assignment = Assignment.of(arrivals, views, limits);
        List<Window> found = windows.of(assignment.placed());
        assignment.rejections().forEach(this::reject);
        for (Arrival arrival : assignment.unplaced()) {
            clocks.hear(clocks.of(arrival.event().storeId()), arrival);
        }
        for (int i = 0; i < found.size(); i++) {
            count(assignment.placed().get(i), found.get(i));
        }
        for (int i = 0; i < assignment.ignored(); i++) {
            meter.ignored();
        }
    }

    /** Sets aside what can't be counted, in memory as yet. */
    public void reject(Rejection rejection) {
        rejections.add(rejection);
        meter.rejected(rejection.reason());
    }

    /** Makes all that was accepted or rejected durable: the records behind it may be forgotten. */
    public void flush() {
        if (!rejections.isEmpty()) {
            quarantine.keep(List.copyOf(rejections));
            rejections.clear();
        }
        windows.appendStaged();
    }

    /**
     * Stores and sends the rows that are due.
     *
     * @param now how far the shard has been read, so that a reader that lags behind closes nothing
     *     that the stream still has records of
     */
    public void publish(Instant now) {
        windows.storeRows(now);
        List<Row> unsent = windows.unsentRows();
        if (!unsent.isEmpty()) {
            List<Row> delivered = delivery.deliver(unsent);
            delivered.forEach(row -> meter.rowDelivered(row.window().view()));
            windows.markSent(delivered);
        }
        windows.forgetDone();
        windows.shrinkTo(limits.openWindows());
    }

    /**
     * Takes up windows that the table knows as pending and memory doesn't: another's, or evicted.
     */
    public void sweep(KeyRange stores, Instant now) {
        clocks.forgetSilent(now);
        for (View view : views) {
            int room = limits.openWindows() - windows.size();
            if (room > 0) {
                List<WindowId> pending = store.pending(view, stores, limits.openWindows());
                pending.forEach(id -> clocks.find(id, now));
                windows.load(pending, room);
            }
        }
        windows.forgetDone();
    }

    /** How many windows are in memory. */
    public int size() {
        return windows.size();
    }

    private void count(Assignment.Placed placed, Window window) {
        View view = placed.window().view();
        Arrival arrival = placed.arrival();
        clocks.hear(window.clock(), arrival);
        if (window.isExpired()) {
            reject(
                    new Rejection(
                            arrival.source(),
                            Rejection.Reason.TOO_LATE,
                            "its window is no longer kept",
                            arrival.event(),
                            view.name()));
        } else if (windows.add(window, placed.entry())) {
            meter.counted(view, window.isLate());
        } else {
            meter.duplicate(view);
        }
    }
}
