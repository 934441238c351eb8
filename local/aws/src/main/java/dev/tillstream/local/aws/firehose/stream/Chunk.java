package dev.tillstream.local.aws.firehose.stream;

import java.time.Instant;

/** Records that become one object, with the arrival of the first one. */
@SuppressWarnings("ArrayRecordComponent") // Handed over once and never compared.
record Chunk(Instant firstArrival, byte[] bytes) {}
