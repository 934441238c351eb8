/** Events in: the queue, and when a message comes again. */
@NullMarked
package dev.tillstream.warehouse.sqs;

import org.jspecify.annotations.NullMarked;
