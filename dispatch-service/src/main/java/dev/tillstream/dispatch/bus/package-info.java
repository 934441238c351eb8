/** Tells the bus what became of orders. */
@NullMarked
package dev.tillstream.dispatch.bus;

import org.jspecify.annotations.NullMarked;
