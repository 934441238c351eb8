package dev.tillstream.local.audit;

/** The total of a window in the highest of its revisions, stored or delivered. */
public record Published(long revision, Tally tally) {

    /** What stands for a window without a row. */
    public static final Published NOTHING = new Published(-1, Tally.NONE);

    public Published latest(Published other) {
        return other.revision > revision ? other : this;
    }
}
