package dev.tillstream.local.audit;

import dev.tillstream.contract.Money;

/** A number of events and the revenue they make, returns subtracted. */
public record Tally(long events, Money revenue) {

    public static final Tally NONE = new Tally(0, Money.ZERO);

    public Tally plus(Tally other) {
        return new Tally(events + other.events, revenue.plus(other.revenue));
    }

    public Tally minus(Tally other) {
        return new Tally(events - other.events, revenue.minus(other.revenue));
    }

    public boolean isNone() {
        return events == 0 && revenue.isZero();
    }

    @Override
    public String toString() {
        return events + " events, " + revenue;
    }
}
