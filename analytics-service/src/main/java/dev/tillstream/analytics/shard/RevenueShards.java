package dev.tillstream.analytics.shard;

import dev.tillstream.analytics.revenue.ShardRevenue;

/** Gives each shard its windows, without memory as yet. */
public interface RevenueShards {

    ShardRevenue open(String stream, String shard);
}
