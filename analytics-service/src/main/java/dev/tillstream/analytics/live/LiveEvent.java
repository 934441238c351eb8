package dev.tillstream.analytics.live;

import dev.tillstream.analytics.history.Standing;

/** What a watcher of a view is told. */
public sealed interface LiveEvent {

    /** A window has a new row: its first, or a correction. May be told more than once. */
    record RowStored(Standing standing) implements LiveEvent {}

    /** What a window that is still running has come to. */
    record Running(Standing standing) implements LiveEvent {}

    /** Too much was missed to be told: look at the view's windows again. */
    record Gap() implements LiveEvent {}
}
