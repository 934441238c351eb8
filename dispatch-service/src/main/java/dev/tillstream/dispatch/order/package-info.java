/** What an order is: values and the port that keeps them, free of any library. */
@NullMarked
package dev.tillstream.dispatch.order;

import org.jspecify.annotations.NullMarked;
