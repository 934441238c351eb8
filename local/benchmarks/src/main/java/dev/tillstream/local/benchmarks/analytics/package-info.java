/** analytics-service as a process of its own, between a real stream and a real table. */
@NullMarked
package dev.tillstream.local.benchmarks.analytics;

import org.jspecify.annotations.NullMarked;
