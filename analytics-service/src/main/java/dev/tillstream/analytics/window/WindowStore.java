package dev.tillstream.analytics.window;

import dev.tillstream.analytics.view.View;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the windows that one stream feeds outlive a worker. */
public interface WindowStore {

    /**
     * What is stored of each of these windows, {@linkplain StoredWindow#unknown unknown} included.
     */
    Map<WindowId, StoredWindow> load(Collection<WindowId> windows);

    /**
     * Makes these changes, at most one a window, each on its own.
     *
     * @return the windows that another worker has changed: their changes were not made
     * @throws RuntimeException if the fate of any of them is unknown
     */
    Set<WindowId> write(Collection<? extends Change> changes);

    /**
     * Windows of a view that this stream fed last and that are open, or whose latest row was not
     * accepted yet, oldest first. Those of the view's other streams are for the shards of those.
     *
     * @param stores only those whose store a shard of this range gets; the answer may lag behind
     */
    List<WindowId> pending(View view, KeyRange stores, int limit);
}
