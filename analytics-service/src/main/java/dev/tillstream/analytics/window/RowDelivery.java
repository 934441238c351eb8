package dev.tillstream.analytics.window;

import java.util.List;

/** Where rows go: at least once, so that a reader must expect to see a row again. */
public interface RowDelivery {

    /**
     * Sends these rows as they are stored.
     *
     * @return those that were accepted; the others may be sent again later
     */
    List<Row> deliver(List<Row> rows);
}
