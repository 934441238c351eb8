/**
 * Events that a service stored together with the change they tell of, brought to the bus at least
 * once.
 */
@NullMarked
package dev.tillstream.publisher.outbox;

import org.jspecify.annotations.NullMarked;
