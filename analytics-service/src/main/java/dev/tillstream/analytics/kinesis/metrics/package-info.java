/** What KCL measures of itself, in Micrometer instead of CloudWatch. */
@NullMarked
package dev.tillstream.analytics.kinesis.metrics;

import org.jspecify.annotations.NullMarked;
