/** Processes that are started, watched, started again and stopped, whatever they run. */
@NullMarked
package dev.tillstream.local.launcher.process;

import org.jspecify.annotations.NullMarked;
