/** Rows out: to the delivery stream, at least once. */
@NullMarked
package dev.tillstream.analytics.firehose;

import org.jspecify.annotations.NullMarked;
