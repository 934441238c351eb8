package dev.tillstream.dispatch.order;

/** How far an order has come. */
public enum OrderStatus {
    /** Nobody has begun to pack it. */
    PENDING
}
