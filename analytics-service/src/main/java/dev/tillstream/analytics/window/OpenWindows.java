package dev.tillstream.analytics.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * The windows that a shard has in memory, and how what happens to them gets into the table. What
 * has nothing unwritten may be dropped at any time.
 *
 * <p>There are as many as there are stores, and most of them wait: nothing here looks at all of
 * them, so that what an event costs does not grow with them.
 */
final class OpenWindows {

    /** Each try means that another worker wrote in between; so many are no coincidence. */
    private static final int MAXIMUM_TRIES = 10;

    private final Map<WindowId, Window> windows = new LinkedHashMap<>();

    /** Exactly those with entries that the table lacks. */
    private final List<Window> staged = new ArrayList<>();

    /** All that are in doubt. */
    private final List<Window> doubtful = new ArrayList<>();

    /** Those that may have something to publish, or nothing more to do: all but the waiting. */
    private final Set<Window> active = new LinkedHashSet<>();

    private final WaitingWindows waiting = new WaitingWindows();
    private final StoreClocks clocks;
    private final WindowStore store;
    private final WindowMeter meter;

    OpenWindows(StoreClocks clocks, WindowStore store, WindowMeter meter) {
        this.clocks = clocks;
        this.store = store;
        this.meter = meter;
    }

    int size() {
        return windows.size();
    }

    /** The window of each, in their order; those that aren't here yet are read, all at once. */
    List<Window> of(List<Assignment.Placed> entries) {
        Set<WindowId> missing = new LinkedHashSet<>();
        List<Window> found = new ArrayList<>(entries.size());
        for (Assignment.Placed entry : entries) {
            Window window = windows.get(entry.window());
            if (window == null) {
                missing.add(entry.window());
            }
            found.add(window);
        }
        if (!missing.isEmpty()) {
            read(missing);
            for (int i = 0; i < found.size(); i++) {
                if (found.get(i) == null) {
                    found.set(i, get(entries.get(i).window()));
                }
            }
        }
        return found;
    }

    /** Reads those that aren't here yet, at most so many of them. */
    void load(Collection<WindowId> wanted, int limit) {
        List<WindowId> missing =
                wanted.stream().filter(id -> !windows.containsKey(id)).limit(limit).toList();
        if (!missing.isEmpty()) {
            read(missing);
        }
    }

    /** Whether the entry is new to this window. */
    boolean add(Window window, Entry entry) {
        boolean wasStaged = window.isStaged();
        boolean isNew = window.add(entry);
        if (isNew && !wasStaged) {
            staged.add(window);
        }
        return isNew;
    }

    /** Writes every entry that the table lacks. */
    void appendStaged() {
        for (int tries = 0; tries < MAXIMUM_TRIES; tries++) {
            refreshDoubtful();
            if (staged.isEmpty()) {
                return;
            }
            write(List.copyOf(staged), Window::append);
            staged.removeIf(window -> !window.isStaged());
        }
        throw new IllegalStateException("another worker writes to the same windows");
    }

    /** Writes the next row of each window that is due one, before anybody sees it. */
    void storeRows(Instant now) {
        refreshDoubtful();
        active.addAll(waiting.takeDue(clocks.horizon(now), window -> window.closes(now)));
        write(active.stream().filter(window -> window.needsRow(now)).toList(), Window::storeRow);
    }

    /** Rows that are stored, but not known to be accepted. */
    List<Row> unsentRows() {
        return active.stream().map(Window::unsentRow).filter(Objects::nonNull).toList();
    }

    void markSent(Collection<Row> rows) {
        write(rows.stream().map(row -> get(row.window())).toList(), Window::markSent);
    }

    void forgetDone() {
        active.removeIf(window -> {
            if (window.isDone()) {
                windows.remove(window.id());
                return true;
            }
            if (window.isWaiting()) {
                waiting.add(window);
                return true;
            }
            return false;
        });
    }

    /** Leaves to the table what is too much for memory, the oldest first. */
    void shrinkTo(int limit) {
        Iterator<Window> oldestFirst = windows.values().iterator();
        while (windows.size() > limit && oldestFirst.hasNext()) {
            Window window = oldestFirst.next();
            if (!window.isStaged()) {
                oldestFirst.remove();
                doubtful.remove(window);
                active.remove(window);
                waiting.remove(window);
            }
        }
    }

    private Window get(WindowId id) {
        return Objects.requireNonNull(windows.get(id), "a window that was not loaded");
    }

    private void read(Collection<WindowId> missing) {
        store.load(missing)
                .forEach((id, stored) -> {
                    Window window = new Window(stored, clocks.of(id.store()));
                    windows.put(id, window);
                    active.add(window);
                });
    }

    private void refreshDoubtful() {
        if (doubtful.isEmpty()) {
            return;
        }
        store.load(doubtful.stream().map(Window::id).toList())
                .forEach((id, stored) -> {
                    Window window = get(id);
                    window.refresh(stored);
                    waiting.remove(window);
                    active.add(window);
                });
        doubtful.clear();
        staged.removeIf(window -> !window.isStaged());
    }

    private void write(List<Window> changed, Function<Window, ? extends Change> next) {
        if (changed.isEmpty()) {
            return;
        }
        List<Change> changes = new ArrayList<>(changed.size());
        for (Window window : changed) {
            changes.add(next.apply(window));
            // Until the answer is there, the fate of each is unknown.
            window.doubt();
        }
        doubtful.addAll(changed);
        Set<WindowId> conflicts = store.write(changes);
        for (int i = 0; i < changed.size(); i++) {
            Window window = changed.get(i);
            Change change = changes.get(i);
            if (!conflicts.isEmpty() && conflicts.contains(window.id())) {
                meter.conflict(window.id().view());
            } else {
                window.apply(change);
                if (change instanceof Change.StoreRow stored) {
                    meter.rowStored(window.id().view(), stored.row().revision() > 0);
                }
            }
        }
        doubtful.removeIf(window -> !window.isDoubtful());
    }
}
