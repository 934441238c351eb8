/** The windows of analytics-service beside Flink's, from the same bytes to the same rows. */
@NullMarked
package dev.tillstream.local.benchmarks.windows;

import org.jspecify.annotations.NullMarked;
