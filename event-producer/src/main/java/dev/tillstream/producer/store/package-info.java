/** Invented stores that sell, take back, count and receive. */
@NullMarked
package dev.tillstream.producer.store;

import org.jspecify.annotations.NullMarked;
