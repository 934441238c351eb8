package dev.tillstream.analytics.window;

import java.util.Set;

/** A window as the table holds it, with the identities of the events that it has counted. */
public record StoredWindow(WindowState state, Set<Identity> identities) {

    public static StoredWindow unknown(WindowId id) {
        return new StoredWindow(WindowState.unknown(id), Set.of());
    }
}
