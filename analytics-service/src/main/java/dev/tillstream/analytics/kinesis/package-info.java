/** Records in: one KCL scheduler a stream, polling. */
@NullMarked
package dev.tillstream.analytics.kinesis;

import org.jspecify.annotations.NullMarked;
