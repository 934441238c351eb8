package dev.tillstream.analytics.history;

import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.window.WindowId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All windows, whichever worker writes them. What is said of a window is what the table holds; that
 * a window is there may be seen some milliseconds late.
 */
public interface History {

    /**
     * A page of windows. With filters it may hold fewer than asked for though more follow.
     *
     * @param limit the most windows
     * @param after {@link Page#last()} of the page before; null for the first page
     */
    Page page(Query query, int limit, @Nullable String after);

    /**
     * Windows of a view whose latest row was stored at a time or later, the oldest change first.
     *
     * @param limit the most; as many as that mean that there may be more
     */
    List<Mark> changes(View view, Instant since, int limit);

    /** Windows of a view that owe a row, most of them still running, the oldest first. */
    List<WindowId> open(View view, int limit);

    /** What these windows of a view come to, in their order; without those that are gone. */
    List<Standing> standings(View view, Collection<WindowId> windows);
}
