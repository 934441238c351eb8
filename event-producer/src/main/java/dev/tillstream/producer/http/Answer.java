package dev.tillstream.producer.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ingest said about the events of a request.
 *
 * @param items one per event, in the order in which they were sent
 * @param retryAfter how long ingest asks to wait before sending again, if it does
 * @param tooLarge whether ingest looked at none of them, for they are too much for one request
 */
record Answer(List<Item> items, @Nullable Duration retryAfter, boolean tooLarge) {

    Answer {
        items = List.copyOf(items);
    }

    /** What became of one event. */
    record Item(Verdict verdict, String reason) {}
}
