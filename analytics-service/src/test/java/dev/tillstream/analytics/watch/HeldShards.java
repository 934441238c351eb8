package dev.tillstream.analytics.watch;

import java.util.List;

/** A stream of which these shards are held here. */
public record HeldShards(List<String> heldShards, Pulses pulses) implements WatchedStream {

    @Override
    public String name() {
        return "sales";
    }

    @Override
    public String logicalName() {
        return "sales";
    }
}
