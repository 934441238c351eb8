package dev.tillstream.analytics.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some windows, by their starts, and by their keys among those that start together.
 *
 * @param last where the next page begins, to be asked for after it; null on the last page
 */
public record Page(List<Standing> standings, @Nullable String last) {

    public Page {
        standings = List.copyOf(standings);
    }
}
