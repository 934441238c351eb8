/** Sales in: the queue, and when a message comes again. */
@NullMarked
package dev.tillstream.dispatch.sqs;

import org.jspecify.annotations.NullMarked;
