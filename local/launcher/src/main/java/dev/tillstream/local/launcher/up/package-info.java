/** Trade without end, and what it earns. */
@NullMarked
package dev.tillstream.local.launcher.up;

import org.jspecify.annotations.NullMarked;
