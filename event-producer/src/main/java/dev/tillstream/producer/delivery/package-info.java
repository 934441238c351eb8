/** What all deliveries have in common: a bounded number under way, and patience. */
@NullMarked
package dev.tillstream.producer.delivery;

import org.jspecify.annotations.NullMarked;
