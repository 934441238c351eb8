package dev.tillstream.dispatch.order;

import java.time.Instant;

/** A place in a store's orders: they stand by the time of the sale, then by id. */
public record OrderPosition(Instant placedAt, OrderId orderId) {}
