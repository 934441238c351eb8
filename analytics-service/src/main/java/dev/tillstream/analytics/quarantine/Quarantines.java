package dev.tillstream.analytics.quarantine;

import dev.tillstream.analytics.window.Quarantine;

/** Gives each shard its quarantine. */
public interface Quarantines {

    Quarantine of(String stream, String shard);
}
