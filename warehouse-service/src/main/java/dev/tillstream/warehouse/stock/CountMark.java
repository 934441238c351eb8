package dev.tillstream.warehouse.stock;

import dev.tillstream.contract.RequestId;
import java.time.Instant;
import java.util.Comparator;

/**
 * When an item was counted, and by which event: of two counts in the same second the one with the
 * greater request id is the later, so that all agree on the latest.
 */
public record CountMark(Instant at, RequestId by) implements Comparable<CountMark> {

    private static final Comparator<CountMark> ORDER =
            Comparator.comparing(CountMark::at).thenComparing(mark -> mark.by().value());

    @Override
    public int compareTo(CountMark other) {
        return ORDER.compare(this, other);
    }
}
