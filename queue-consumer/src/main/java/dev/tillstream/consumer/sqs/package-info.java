/** Messages in from a queue: how they are taken, when they come again, and what became of each. */
@NullMarked
package dev.tillstream.consumer.sqs;

import org.jspecify.annotations.NullMarked;
