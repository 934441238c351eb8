/**
 * Revenue per store and minute, exact whatever is repeated, reordered or interrupted: pure Java.
 */
@NullMarked
package dev.tillstream.analytics.revenue;

import org.jspecify.annotations.NullMarked;
