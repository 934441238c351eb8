package dev.tillstream.local.aws.eventbridge.delivery;

import dev.tillstream.local.aws.eventbridge.target.Event;
import java.time.Instant;

/** What one target has not yet received, as it is on disk. */
record Pending(long target, PendingShelf shelf) {

    Delivery accept(Event event, Instant now) {
        Delivery delivery = Delivery.accepted(shelf.nextNumber(), event, now);
        save(delivery);
        return delivery;
    }

    void save(Delivery delivery) {
        shelf.save(target, delivery);
    }

    void remove(Delivery delivery) {
        shelf.remove(delivery);
    }
}
