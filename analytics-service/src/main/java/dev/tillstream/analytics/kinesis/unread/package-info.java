/** Notices records that left a stream before they were read. */
@NullMarked
package dev.tillstream.analytics.kinesis.unread;

import org.jspecify.annotations.NullMarked;
