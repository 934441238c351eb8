package dev.tillstream.publisher.outbox;

import dev.tillstream.publisher.OutgoingEvent;
import java.util.List;

/**
 * The events of one stored change that wait for the bus.
 *
 * @param events at least one; the same change gives the same events however often it is read, so
 *     that their repeats can be told by their identity
 * @param delivered notes in the store that the bus has all of them; may be called again, and may
 *     fail: then they are sent again later
 */
public record Parcel(List<OutgoingEvent> events, Runnable delivered) {

    public Parcel {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a parcel without events");
        }
    }
}
