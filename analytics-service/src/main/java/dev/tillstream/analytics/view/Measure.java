package dev.tillstream.analytics.view;

/** What a view adds up. */
public sealed interface Measure {

    /** The money of sales; events of other types don't count. */
    record Revenue(Returns returns) implements Measure {}

    /**
     * A number of the detail.
     *
     * @param field which one
     * @param as what the sum is called in a row
     */
    record Sum(String field, String as) implements Measure {}

    /** How many events there are, which every row says in {@code events}: no number beside it. */
    record Count() implements Measure {}

    /** What a return does to the revenue. */
    enum Returns {
        SUBTRACT,
        ADD
    }
}
