/** The queues and streams that events are delivered to. */
@NullMarked
package dev.tillstream.local.aws.eventbridge.port;

import org.jspecify.annotations.NullMarked;
