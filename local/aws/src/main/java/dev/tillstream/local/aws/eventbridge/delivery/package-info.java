/** The way of an event to one target: waiting, retries, dead letters. */
@NullMarked
package dev.tillstream.local.aws.eventbridge.delivery;

import org.jspecify.annotations.NullMarked;
