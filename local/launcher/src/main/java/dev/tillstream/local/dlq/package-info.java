/** Dead-letter queues: what is in them, and how it gets to where it was meant to go. */
@NullMarked
package dev.tillstream.local.dlq;

import org.jspecify.annotations.NullMarked;
