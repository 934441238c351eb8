/** Streams, shards and records: what Kinesis keeps, without its wire format. */
@NullMarked
package dev.tillstream.local.aws.kinesis.stream;

import org.jspecify.annotations.NullMarked;
