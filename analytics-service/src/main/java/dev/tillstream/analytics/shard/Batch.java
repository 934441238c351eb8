package dev.tillstream.analytics.shard;

import dev.tillstream.analytics.window.Arrival;
import dev.tillstream.analytics.window.Rejection;
import java.util.List;

/** What the records of one call say. */
record Batch(List<Arrival> events, List<Rejection> undecodable) {

    int size() {
        return events.size() + undecodable.size();
    }
}
