package dev.tillstream.analytics.watch;

import java.util.Collection;

/** A stream of which this process reads some shards. */
public interface WatchedStream {

    String name();

    /** Its name without the project's, as metrics call it. */
    String logicalName();

    /** Those whose lease this process has now: no others are expected to move here. */
    Collection<String> heldShards();

    Pulses pulses();
}
