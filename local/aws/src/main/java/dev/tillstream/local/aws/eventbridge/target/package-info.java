/** What a target is, what it receives of an event, and the port it is reached by. */
@NullMarked
package dev.tillstream.local.aws.eventbridge.target;

import org.jspecify.annotations.NullMarked;
