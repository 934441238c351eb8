package dev.tillstream.dispatch.order;

/** How far an order has come. */
public enum OrderStatus {
    /** Nobody has begun to pack it. */
    PENDING,
    /** Taken from the shelves and packed. */
    PICKED,
    /** On its way. */
    DISPATCHED,
    /** Arrived; the end. */
    DELIVERED,
    /** Will never be shipped; the end. */
    CANCELLED
}
