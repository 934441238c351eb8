/** How a table is. */
@NullMarked
package dev.tillstream.consumer.dynamodb;

import org.jspecify.annotations.NullMarked;
