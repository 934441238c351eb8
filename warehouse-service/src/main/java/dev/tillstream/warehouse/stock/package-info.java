/** What stock is: changes, counts and levels as values, and the port that keeps them. */
@NullMarked
package dev.tillstream.warehouse.stock;

import org.jspecify.annotations.NullMarked;
