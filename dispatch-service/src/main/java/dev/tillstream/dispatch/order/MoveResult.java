package dev.tillstream.dispatch.order;

/** What an attempt to move an order came to. */
public sealed interface MoveResult {

    /** It is done, and stored. */
    record Moved(Order order) implements MoveResult {}

    /** There is no such order. */
    record Unknown() implements MoveResult {}

    /** Its status does not allow it. */
    record NotAllowed(Order order) implements MoveResult {}

    /** It is not, or no more, of the version that was asked for. */
    record OtherVersion(Order order) implements MoveResult {}

    /** Somebody else moved it at the same time. */
    record Overtaken(Order order) implements MoveResult {}
}
