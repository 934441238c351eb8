/** The demonstration: a day's sales through every hop, and the proof. */
@NullMarked
package dev.tillstream.local.launcher.demo;

import org.jspecify.annotations.NullMarked;
