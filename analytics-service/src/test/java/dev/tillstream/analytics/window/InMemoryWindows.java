package dev.tillstream.analytics.window;

import dev.tillstream.analytics.view.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table's promise in memory, for all streams, with something happening before and after each
 * single change.
 */
public final class InMemoryWindows {

    public final Map<WindowId, StoredWindow> windows = new HashMap<>();
    public final List<Row> storedRows = new ArrayList<>();
    public Runnable step = () -> {};

    /** Which stream has fed a window last. */
    private final Map<WindowId, String> fedBy = new HashMap<>();

    public WindowStore of(String stream) {
        return new OfStream(stream);
    }

    private final class OfStream implements WindowStore {

        private final String stream;

        OfStream(String stream) {
            this.stream = stream;
        }

        @Override
        public Map<WindowId, StoredWindow> load(Collection<WindowId> wanted) {
            step.run();
            Map<WindowId, StoredWindow> found = new HashMap<>();
            wanted.forEach(id -> found.put(id, windows.getOrDefault(id, StoredWindow.unknown(id))));
            step.run();
            return found;
        }

        @Override
        public Set<WindowId> write(Collection<? extends Change> changes) {
            Set<WindowId> conflicts = new HashSet<>();
            for (Change change : changes) {
                step.run();
                if (!write(change)) {
                    conflicts.add(change.window());
                }
                step.run();
            }
            return conflicts;
        }

        @Override
        public List<WindowId> pending(View view, KeyRange stores, int limit) {
            step.run();
            return windows.values().stream()
                    .map(StoredWindow::state)
                    .filter(state -> state.id().view().name().equals(view.name()))
                    .filter(state -> stream.equals(fedBy.get(state.id())))
                    .filter(state -> stores.holds(state.id().store()))
                    .filter(state -> state.isAheadOfRow() || !state.sent())
                    .map(WindowState::id)
                    .sorted(Comparator.comparing(WindowId::start))
                    .limit(limit)
                    .toList();
        }

        private boolean write(Change change) {
            StoredWindow before =
                    windows.getOrDefault(change.window(), StoredWindow.unknown(change.window()));
            if (before.state().version() != change.version()) {
                return false;
            }
            Set<Identity> identities = new HashSet<>(before.identities());
            if (change instanceof Change.Append append) {
                fedBy.put(change.window(), stream);
                for (Identity identity : append.segment().identities()) {
                    if (!identities.add(identity)) {
                        throw new AssertionError("counted twice in " + change.window());
                    }
                }
            } else if (change instanceof Change.StoreRow stored) {
                storedRows.add(stored.row());
            }
            windows.put(
                    change.window(), new StoredWindow(before.state().after(change), identities));
            return true;
        }
    }
}
