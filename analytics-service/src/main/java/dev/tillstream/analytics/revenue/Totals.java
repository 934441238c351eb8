package dev.tillstream.analytics.revenue;

import dev.tillstream.contract.Money;

/**
 * What a window amounts to.
 *
 * @param revenue sales minus returns, exact
 * @param events how many events, returns among them
 * @param late how many of the events came after the window's first row
 */
public record Totals(Money revenue, long events, long returns, long late) {

    public static final Totals NONE = new Totals(Money.ZERO, 0, 0, 0);

    public Totals {
        if (events < 0 || returns < 0 || returns > events || late < 0 || late > events) {
            throw new IllegalArgumentException(
                    "%d events, %d returns, %d late".formatted(events, returns, late));
        }
    }

    Totals plus(Entry entry, boolean isLate) {
        return new Totals(
                revenue.plus(entry.amount()),
                events + 1,
                returns + (entry.returned() ? 1 : 0),
                late + (isLate ? 1 : 0));
    }

    public Totals plus(Totals other) {
        return new Totals(
                revenue.plus(other.revenue),
                events + other.events,
                returns + other.returns,
                late + other.late);
    }
}
