package dev.tillstream.analytics.shard;

import dev.tillstream.analytics.window.ShardWindows;

/** Gives each shard its windows, without memory as yet. */
public interface WindowShards {

    /**
     * The windows of a shard.
     *
     * @param progress is told whenever a part of their work has ended, well or badly
     */
    ShardWindows open(String stream, String shard, Runnable progress);
}
