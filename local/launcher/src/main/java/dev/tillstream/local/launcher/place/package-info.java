/** Which AWS a verb is about. */
@NullMarked
package dev.tillstream.local.launcher.place;

import org.jspecify.annotations.NullMarked;
