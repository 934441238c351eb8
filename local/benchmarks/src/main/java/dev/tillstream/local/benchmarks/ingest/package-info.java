/** Measures ingest-service beside the naive service, both before a bus that takes 20 ms a call. */
@NullMarked
package dev.tillstream.local.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
