/** Turns sales into orders to ship. */
@NullMarked
package dev.tillstream.dispatch;

import org.jspecify.annotations.NullMarked;
