package dev.tillstream.local.benchmarks.windows;

import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.window.Change;
import dev.tillstream.analytics.window.KeyRange;
import dev.tillstream.analytics.window.StoredWindow;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.analytics.window.WindowStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes all and keeps nothing: what the windows themselves cost. */
final class TakingStore implements WindowStore {

    @Override
    public Map<WindowId, StoredWindow> load(Collection<WindowId> windows) {
        Map<WindowId, StoredWindow> unknown = new HashMap<>();
        windows.forEach(id -> unknown.put(id, StoredWindow.unknown(id)));
        return unknown;
    }

    @Override
    public Set<WindowId> write(Collection<? extends Change> changes) {
        return Set.of();
    }

    @Override
    public List<WindowId> pending(View view, KeyRange stores, int limit) {
        return List.of();
    }
}
