package dev.tillstream.producer.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What ingest said about the events of a request.
 *
 * @param items one per event, in the order in which they were sent
 * @param retryAfter how long ingest asks to wait before sending again, if it does
 */
record Answer(List<Item> items, @Nullable Duration retryAfter) {

    Answer {
        items = List.copyOf(items);
    }

    /** What became of one event. */
    record Item(Verdict verdict, String reason) {}
}
