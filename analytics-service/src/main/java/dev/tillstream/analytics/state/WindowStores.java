package dev.tillstream.analytics.state;

import dev.tillstream.analytics.window.WindowStore;

/** Gives each stream its windows: all in one table, told apart by who feeds them. */
public interface WindowStores {

    /**
     * The windows of a stream.
     *
     * @param progress is told of each call to the table that has ended, well or badly
     */
    WindowStore of(String stream, Runnable progress);
}
