/** How a shard's records are asked for. */
@NullMarked
package dev.tillstream.analytics.kinesis.read;

import org.jspecify.annotations.NullMarked;
