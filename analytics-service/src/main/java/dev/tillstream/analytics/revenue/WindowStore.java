package dev.tillstream.analytics.revenue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where windows outlive a worker. */
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
     * Windows of a view that are open or whose latest row was not accepted yet, oldest first.
     *
     * @param stores only those whose store a shard of this range gets; the answer may lag behind
     */
    List<WindowId> pending(String view, KeyRange stores, int limit);
}
