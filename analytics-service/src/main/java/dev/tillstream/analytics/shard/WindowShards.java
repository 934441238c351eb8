package dev.tillstream.analytics.shard;

import dev.tillstream.analytics.window.ShardWindows;

/** Gives each shard its windows, without memory as yet. */
public interface WindowShards {

    ShardWindows open(String stream, String shard);
}
