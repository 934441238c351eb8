package dev.tillstream.analytics.history;

import dev.tillstream.analytics.view.Key;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.contract.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which windows of a view are asked for.
 *
 * @param from windows that start then or later, whole seconds
 * @param to windows that start before it, whole seconds
 * @param store null for all
 * @param rest what further fields of the key must be; a field that isn't named may be anything
 */
public record Query(
        View view, Instant from, Instant to, @Nullable StoreId store, Map<String, String> rest) {

    public Query {
        rest = Map.copyOf(rest);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " to " + to);
        }
    }

    /** Whether a window of the view and the time is wanted. */
    public boolean wants(WindowId window) {
        Key key = window.key();
        List<String> names = view.key();
        if (store != null && !store.equals(key.store())) {
            return false;
        }
        for (int i = 1; i < names.size(); i++) {
            String wanted = rest.get(names.get(i));
            if (wanted != null && !wanted.equals(key.rest().get(i - 1))) {
                return false;
            }
        }
        return true;
    }
}
