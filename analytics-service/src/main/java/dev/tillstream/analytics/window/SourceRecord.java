package dev.tillstream.analytics.window;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A record of the stream as it arrived.
 *
 * @param sequence the record's place in its shard; after a colon, its place inside an aggregated
 *     record
 * @param arrived when the stream took it
 */
public record SourceRecord(String sequence, Instant arrived, ByteBuffer data) {}
