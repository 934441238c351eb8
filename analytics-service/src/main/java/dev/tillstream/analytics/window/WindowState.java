package dev.tillstream.analytics.window;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a window, but for the identities of its events.
 *
 * @param version 0 when the table knows nothing of it; every change adds one
 * @param row the latest stored row, if there is one
 * @param sent whether that row was accepted for delivery
 * @param expired whether the identities of its events are no longer kept, so that nothing can be
 *     added to it exactly
 */
public record WindowState(
        WindowId id,
        long version,
        Totals totals,
        @Nullable Row row,
        boolean sent,
        boolean expired) {

    public static WindowState unknown(WindowId id) {
        return new WindowState(id, 0, Totals.NONE, null, false, false);
    }

    public WindowState after(Change change) {
        long next = version + 1;
        return switch (change) {
            case Change.Append append -> {
                Totals sum = totals.plus(append.segment().totals());
                yield new WindowState(id, next, sum, row, sent, expired);
            }
            case Change.StoreRow stored ->
                    new WindowState(id, next, totals, stored.row(), false, expired);
            case Change.MarkSent marked -> new WindowState(id, next, totals, row, true, expired);
        };
    }

    /** Whether the totals are newer than the row. */
    boolean isAheadOfRow() {
        return row == null ? version > 0 : row.totals().events() < totals.events();
    }

    Row nextRow() {
        return new Row(id, row == null ? 0 : row.revision() + 1, totals);
    }
}
