package dev.tillstream.dispatch.order;

/** What placing an order came to. */
public enum Placement {
    PLACED,
    /** The order was there with the same content. */
    REPEATED,
    /** The order was there with other content, which stays: the first wins. */
    CONFLICT
}
