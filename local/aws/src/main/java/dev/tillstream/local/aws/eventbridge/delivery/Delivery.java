package dev.tillstream.local.aws.eventbridge.delivery;

import dev.tillstream.local.aws.eventbridge.target.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one target, or, once a dead letter, to that target's dead-letter queue.
 */
record Delivery(
        long number,
        Event event,
        Instant accepted,
        int failures,
        Instant due,
        @Nullable DeadLetter deadLetter) {

    static Delivery accepted(long number, Event event, Instant now) {
        return new Delivery(number, event, now, 0, now, null);
    }

    Delivery again(Instant later) {
        return new Delivery(number, event, accepted, failures + 1, later, deadLetter);
    }

    /** The age starts anew: a dead-letter queue gets its own time to come back. */
    Delivery dead(DeadLetter reason, Instant now) {
        return new Delivery(number, event, now, 0, now, reason);
    }
}
