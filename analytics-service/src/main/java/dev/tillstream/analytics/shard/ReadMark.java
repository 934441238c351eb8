package dev.tillstream.analytics.shard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a shard was read.
 *
 * @param until all records that arrived before it were read and are durable
 * @param lastArrival when the latest of them arrived; null if none was seen
 */
public record ReadMark(Instant until, @Nullable Instant lastArrival) {}
