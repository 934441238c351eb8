package dev.tillstream.dispatch.order;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A step in an order's life.
 *
 * @param status what it became
 * @param at when, UTC, milliseconds
 */
public record OrderStep(OrderStatus status, Instant at) {

    public OrderStep {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
