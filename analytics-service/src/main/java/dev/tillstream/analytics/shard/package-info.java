/** One shard of a stream under KCL: when records become durable, and when they may be forgotten. */
@NullMarked
package dev.tillstream.analytics.shard;

import org.jspecify.annotations.NullMarked;
