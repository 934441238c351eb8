/** The outbox of a service whose changes are items of a DynamoDB table. */
@NullMarked
package dev.tillstream.consumer.outbox;

import org.jspecify.annotations.NullMarked;
