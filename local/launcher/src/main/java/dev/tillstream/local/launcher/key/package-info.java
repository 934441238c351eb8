/** Keys from the command line, and those of what runs on this machine. */
@NullMarked
package dev.tillstream.local.launcher.key;

import org.jspecify.annotations.NullMarked;
