package dev.tillstream.analytics.revenue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The revenue windows of one shard, from records to rows.
 *
 * <p>Memory may be lost at any time: what {@link #flush()} has returned for is in the table, and
 * all else comes again from the stream, where entries that the table knows are no longer counted.
 * Every method may be called again after it threw.
 *
 * <p>Not thread-safe: a shard has one owner. Two workers that both believe to own it disturb, but
 * never corrupt each other.
 */
public final class ShardRevenue {

    /** Each try means that another worker wrote in between; so many are no coincidence. */
    private static final int MAXIMUM_TRIES = 10;

    private final RevenueView view;
    private final Rules rules;
    private final WindowStore store;
    private final RowDelivery delivery;
    private final Quarantine quarantine;
    private final RevenueMeter meter;

    private final Map<WindowId, Window> windows = new LinkedHashMap<>();
    private final StoreClocks clocks = new StoreClocks();
    private final List<Rejection> rejections = new ArrayList<>();

    public ShardRevenue(
            RevenueView view,
            Rules rules,
            WindowStore store,
            RowDelivery delivery,
            Quarantine quarantine,
            RevenueMeter meter) {
        this.view = view;
        this.rules = rules;
        this.store = store;
        this.delivery = delivery;
        this.quarantine = quarantine;
        this.meter = meter;
    }

    /** Counts sales, in memory as yet. */
    public void accept(Collection<Arrival> arrivals) {
        load(
                arrivals.stream()
                        .filter(arrival -> !isFuture(arrival))
                        .map(arrival -> view.windowOf(arrival.sale()))
                        .collect(Collectors.toSet()));
        arrivals.forEach(this::count);
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
        for (int tries = 0; tries < MAXIMUM_TRIES; tries++) {
            refreshDoubtful();
            List<Change.Append> appends = changes(Window::isStaged, Window::append);
            if (appends.isEmpty()) {
                return;
            }
            write(appends);
        }
        throw new IllegalStateException("another worker writes to the same windows");
    }

    /**
     * Stores and sends the rows that are due.
     *
     * @param now how far the shard has been read, so that a reader that lags behind closes nothing
     *     that the stream still has records of
     */
    public void publish(Instant now) {
        refreshDoubtful();
        List<Change.StoreRow> due =
                changes(
                        window -> window.needsRow(clocks.close(window.id(), now, rules)),
                        Window::storeRow);
        write(due);
        List<Row> unsent =
                windows.values().stream().map(Window::unsentRow).filter(Objects::nonNull).toList();
        if (!unsent.isEmpty()) {
            List<Row> delivered = delivery.deliver(unsent);
            meter.rowsDelivered(delivered.size());
            write(delivered.stream().map(row -> window(row.window()).markSent()).toList());
        }
        forgetDone();
    }

    /**
     * Takes up windows that the table knows as pending and memory doesn't: another's, or evicted.
     */
    public void sweep(KeyRange stores, Instant now) {
        clocks.forgetSilent(now);
        int room = rules.openWindows() - windows.size();
        if (room <= 0) {
            return;
        }
        List<WindowId> pending = store.pending(view.name(), stores, rules.openWindows());
        load(pending.stream().filter(id -> !windows.containsKey(id)).limit(room).toList());
        pending.forEach(id -> clocks.find(id, now));
        windows.values().removeIf(Window::isDone);
    }

    /** How many windows are in memory. */
    public int size() {
        return windows.size();
    }

    private boolean isFuture(Arrival arrival) {
        return rules.isFuture(arrival.sale().time(), arrival.source().arrived());
    }

    private void count(Arrival arrival) {
        if (isFuture(arrival)) {
            reject(arrival, Rejection.Reason.FUTURE, "its time lies beyond its arrival");
            return;
        }
        Window window = window(view.windowOf(arrival.sale()));
        if (window.isExpired()) {
            reject(arrival, Rejection.Reason.TOO_LATE, "its window is no longer kept");
            return;
        }
        clocks.hear(arrival.sale().storeId(), arrival.sale().time(), arrival.source().arrived());
        if (window.add(view.entryOf(arrival.sale()))) {
            meter.counted(window.isLate());
        } else {
            meter.duplicate();
        }
    }

    private void reject(Arrival arrival, Rejection.Reason reason, String explanation) {
        reject(new Rejection(arrival.source(), reason, explanation, arrival.sale()));
    }

    private void load(Collection<WindowId> wanted) {
        List<WindowId> missing = wanted.stream().filter(id -> !windows.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            store.load(missing).forEach((id, stored) -> windows.put(id, new Window(stored)));
        }
    }

    private void refreshDoubtful() {
        List<WindowId> doubtful =
                windows.values().stream().filter(Window::isDoubtful).map(Window::id).toList();
        if (!doubtful.isEmpty()) {
            store.load(doubtful).forEach((id, stored) -> window(id).refresh(stored));
        }
    }

    private <C extends Change> List<C> changes(
            Predicate<Window> which, Function<Window, C> change) {
        return windows.values().stream().filter(which).map(change).toList();
    }

    private void write(List<? extends Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        // Until the answer is there, the fate of each is unknown.
        changes.forEach(change -> window(change.window()).doubt());
        Set<WindowId> conflicts = store.write(changes);
        for (Change change : changes) {
            if (conflicts.contains(change.window())) {
                meter.conflict();
            } else {
                window(change.window()).apply(change);
                if (change instanceof Change.StoreRow stored) {
                    meter.rowStored(stored.row().revision() > 0);
                }
            }
        }
    }

    private void forgetDone() {
        windows.values().removeIf(Window::isDone);
        Iterator<Window> oldestFirst = windows.values().iterator();
        while (windows.size() > rules.openWindows() && oldestFirst.hasNext()) {
            if (!oldestFirst.next().isStaged()) {
                oldestFirst.remove();
            }
        }
    }

    private Window window(WindowId id) {
        return Objects.requireNonNull(windows.get(id), "a window that was not loaded");
    }
}
