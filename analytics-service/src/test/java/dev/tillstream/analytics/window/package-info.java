/** Proves the windows of revenue against a plain sum. */
@NullMarked
package dev.tillstream.analytics.window;

import org.jspecify.annotations.NullMarked;
