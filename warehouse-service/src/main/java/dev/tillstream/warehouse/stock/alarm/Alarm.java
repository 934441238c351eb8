package dev.tillstream.warehouse.stock.alarm;

import dev.tillstream.warehouse.stock.LedgerEntry;
import java.util.List;

/**
 * A change by which a level crossed thresholds.
 *
 * @param level pieces right after the change
 * @param version which change of the level it was: 1 for the first
 */
public record Alarm(LedgerEntry cause, List<Crossing> crossings, long level, long version) {

    public Alarm {
        crossings = List.copyOf(crossings);
        if (crossings.isEmpty()) {
            throw new IllegalArgumentException("nothing was crossed by " + cause);
        }
    }
}
