/** Kinesis Data Streams, in memory. */
@NullMarked
package dev.tillstream.local.aws.kinesis;

import org.jspecify.annotations.NullMarked;
