/** Tells the bus of levels that fell below a threshold. */
@NullMarked
package dev.tillstream.warehouse.bus;

import org.jspecify.annotations.NullMarked;
