package dev.tillstream.analytics.window;

/**
 * One step in the life of a stored window. It is made entirely or not at all, and only if the
 * window still has the version that this worker knows; the window's version is then one higher.
 */
public sealed interface Change {

    WindowId window();

    long version();

    /** Adds events. The window is pending from then on: its totals are newer than its row. */
    record Append(WindowId window, long version, Segment segment) implements Change {}

    /** Stores the next row before it is sent for the first time. */
    record StoreRow(WindowId window, long version, Row row) implements Change {}

    /** Notes that the latest row was accepted for delivery: the window is no longer pending. */
    record MarkSent(WindowId window, long version) implements Change {}
}
