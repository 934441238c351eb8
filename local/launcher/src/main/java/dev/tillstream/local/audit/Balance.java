package dev.tillstream.local.audit;

/**
 * Where one minute's accepted sales are.
 *
 * @param delivered in the highest revision that S3 has
 * @param open not yet in a delivered row: counted, or come in just now
 * @param aside in quarantine or in the stream's dead-letter queue
 */
public record Balance(Minute minute, Tally accepted, Tally delivered, Tally open, Tally aside) {

    static Balance of(
            Minute minute,
            Tally accepted,
            Published row,
            WindowRecord window,
            Tally aside,
            Tally underWay) {
        return new Balance(minute, accepted, row.tally(), open(row, window).plus(underWay), aside);
    }

    /** What is nowhere, or too much: nothing, if all is well. */
    public Tally difference() {
        return accepted.minus(delivered).minus(open).minus(aside);
    }

    /**
     * A row that S3 has may lag behind the stored one; one that has the same revision must say the
     * same, so nothing is open between the two and a wrong total shows as a difference.
     */
    private static Tally open(Published row, WindowRecord window) {
        Tally notInRow = window.counted().minus(window.row().tally());
        return row.revision() < window.row().revision()
                ? notInRow.plus(window.row().tally().minus(row.tally()))
                : notInRow;
    }
}
