package dev.tillstream.local.aws.firehose.stream;

import java.time.Instant;

/**
 * Records that become one object, with the arrival of the first one and the number of the last one.
 */
@SuppressWarnings("ArrayRecordComponent") // Handed over once and never compared.
record Chunk(Instant firstArrival, long lastRecord, byte[] bytes) {}
