@NullMarked
package dev.tillstream.analytics.kinesis.metrics;

import org.jspecify.annotations.NullMarked;
