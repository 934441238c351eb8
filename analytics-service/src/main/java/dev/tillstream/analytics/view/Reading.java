package dev.tillstream.analytics.view;

import dev.tillstream.contract.Money;

/** What an event is to a view. */
public sealed interface Reading {

    /** None of its business. */
    Reading NOTHING = new Nothing();

    /**
     * A part of a total.
     *
     * @param amount what it adds to the measure; zero where events are counted
     * @param returned whether it is a sale that came back
     */
    record Part(Key key, Money amount, boolean returned) implements Reading {}

    /** See {@link #NOTHING}. */
    record Nothing() implements Reading {}

    /** It should be a part of a total, but lacks what it takes. */
    record Unusable(String reason) implements Reading {}
}
