/** Packaged services in processes of their own, so that tests can kill and measure them. */
@NullMarked
package dev.tillstream.local.testing.process;

import org.jspecify.annotations.NullMarked;
