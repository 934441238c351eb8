/** Firehose's JSON protocol: delivery streams and their records. */
@NullMarked
package dev.tillstream.local.aws.firehose;

import org.jspecify.annotations.NullMarked;
