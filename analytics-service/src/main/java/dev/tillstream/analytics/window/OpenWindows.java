package dev.tillstream.analytics.window;

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

/**
 * The windows that a shard has in memory, and how what happens to them gets into the table. What
 * has nothing unwritten may be dropped at any time.
 */
final class OpenWindows {

    /** Each try means that another worker wrote in between; so many are no coincidence. */
    private static final int MAXIMUM_TRIES = 10;

    private final Map<WindowId, Window> windows = new LinkedHashMap<>();
    private final WindowStore store;
    private final WindowMeter meter;

    OpenWindows(WindowStore store, WindowMeter meter) {
        this.store = store;
        this.meter = meter;
    }

    int size() {
        return windows.size();
    }

    Window get(WindowId id) {
        return Objects.requireNonNull(windows.get(id), "a window that was not loaded");
    }

    /** Reads those that aren't here yet, at most so many of them. */
    void load(Collection<WindowId> wanted, int limit) {
        List<WindowId> missing = new ArrayList<>();
        for (WindowId id : wanted) {
            if (missing.size() < limit && !windows.containsKey(id)) {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            store.load(missing).forEach((id, stored) -> windows.put(id, new Window(stored)));
        }
    }

    /** Writes every entry that the table lacks. */
    void appendStaged() {
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

    /** Writes the next row of each window that is due one, before anybody sees it. */
    void storeRows(Predicate<WindowId> closes) {
        refreshDoubtful();
        write(changes(window -> window.needsRow(closes.test(window.id())), Window::storeRow));
    }

    /** Rows that are stored, but not known to be accepted. */
    List<Row> unsentRows() {
        return windows.values().stream().map(Window::unsentRow).filter(Objects::nonNull).toList();
    }

    void markSent(Collection<Row> rows) {
        write(rows.stream().map(row -> get(row.window()).markSent()).toList());
    }

    void forgetDone() {
        windows.values().removeIf(Window::isDone);
    }

    /** Leaves to the table what is too much for memory, the oldest first. */
    void shrinkTo(int limit) {
        Iterator<Window> oldestFirst = windows.values().iterator();
        while (windows.size() > limit && oldestFirst.hasNext()) {
            if (!oldestFirst.next().isStaged()) {
                oldestFirst.remove();
            }
        }
    }

    private void refreshDoubtful() {
        List<WindowId> doubtful =
                windows.values().stream().filter(Window::isDoubtful).map(Window::id).toList();
        if (!doubtful.isEmpty()) {
            store.load(doubtful).forEach((id, stored) -> get(id).refresh(stored));
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
        changes.forEach(change -> get(change.window()).doubt());
        Set<WindowId> conflicts = store.write(changes);
        for (Change change : changes) {
            if (conflicts.contains(change.window())) {
                meter.conflict(change.window().view());
            } else {
                get(change.window()).apply(change);
                if (change instanceof Change.StoreRow stored) {
                    meter.rowStored(change.window().view(), stored.row().revision() > 0);
                }
            }
        }
    }
}
