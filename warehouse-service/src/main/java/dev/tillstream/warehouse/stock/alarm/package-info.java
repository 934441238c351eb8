/** When a level is worth telling of, free of any library. */
@NullMarked
package dev.tillstream.warehouse.stock.alarm;

import org.jspecify.annotations.NullMarked;
