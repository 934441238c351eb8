/** Measures dispatch and warehouse as real processes, and kills and starves them. */
@NullMarked
package dev.tillstream.local.benchmarks.consumers;

import org.jspecify.annotations.NullMarked;
