package dev.tillstream.analytics.window;

import dev.tillstream.contract.Money;

/**
 * What a window amounts to.
 *
 * @param amount the sum of the view's measure, exact; zero where events are only counted
 * @param events how many events, returns among them
 * @param late how many of the events came after the window's first row
 */
public record Totals(Money amount, long events, long returns, long late) {

    public static final Totals NONE = new Totals(Money.ZERO, 0, 0, 0);

    public Totals {
        if (events < 0 || returns < 0 || returns > events || late < 0 || late > events) {
            throw new IllegalArgumentException(
                    "%d events, %d returns, %d late".formatted(events, returns, late));
        }
    }

    public Totals plus(Totals other) {
        return new Totals(
                amount.plus(other.amount),
                events + other.events,
                returns + other.returns,
                late + other.late);
    }
}
