/** Measures the embedded AWS beside LocalStack, in one run on one machine. */
@NullMarked
package dev.tillstream.local.benchmarks;

import org.jspecify.annotations.NullMarked;
