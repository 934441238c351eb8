package dev.tillstream.analytics.history;

import dev.tillstream.analytics.window.Totals;
import dev.tillstream.analytics.window.WindowId;
import org.jspecify.annotations.Nullable;

/**
 * What a window comes to at this moment.
 *
 * @param totals of its latest row; while there is none, of what has been counted so far
 * @param publication of that row; null while the window is running
 */
public record Standing(WindowId window, Totals totals, @Nullable Publication publication) {

    /** Whether the window has a row. Late events may still correct it. */
    public boolean isFinal() {
        return publication != null;
    }
}
