/** {@code ./run faults}: makes the embedded AWS fail on demand. */
@NullMarked
package dev.tillstream.local.launcher.fault;

import org.jspecify.annotations.NullMarked;
