/** Proves the windows of revenue against a plain sum. */
@NullMarked
package dev.tillstream.analytics.revenue;

import org.jspecify.annotations.NullMarked;
