/** Makes the embedded AWS fail on demand, from a test. */
@NullMarked
package dev.tillstream.local.testing.fault;

import org.jspecify.annotations.NullMarked;
