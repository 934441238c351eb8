/** Keeps count of what each store has on its shelves. */
@NullMarked
package dev.tillstream.warehouse;

import org.jspecify.annotations.NullMarked;
