/** The command line: one verb each. */
@NullMarked
package dev.tillstream.local.launcher;

import org.jspecify.annotations.NullMarked;
