/** How a row looks to those who read it. */
@NullMarked
package dev.tillstream.analytics.row;

import org.jspecify.annotations.NullMarked;
