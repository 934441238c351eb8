/** Windows of views, exact whatever is repeated, reordered or interrupted: pure Java. */
@NullMarked
package dev.tillstream.analytics.window;

import org.jspecify.annotations.NullMarked;
