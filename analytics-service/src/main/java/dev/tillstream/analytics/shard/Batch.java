package dev.tillstream.analytics.shard;

import dev.tillstream.analytics.revenue.Arrival;
import dev.tillstream.analytics.revenue.Rejection;
import java.util.List;

/**
 * What the records of one call say.
 *
 * @param ignored how many hold events that this view doesn't sum
 */
record Batch(List<Arrival> sales, List<Rejection> undecodable, int ignored) {

    int size() {
        return sales.size() + undecodable.size() + ignored;
    }
}
