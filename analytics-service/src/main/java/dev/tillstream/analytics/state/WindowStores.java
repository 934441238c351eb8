package dev.tillstream.analytics.state;

import dev.tillstream.analytics.window.WindowStore;

/** Gives each stream its windows: all in one table, told apart by who feeds them. */
public interface WindowStores {

    WindowStore of(String stream);
}
