package dev.tillstream.dispatch.order;

import java.util.List;

/** What people do with an order. */
public enum Move {
    PICK(OrderStatus.PICKED),
    DISPATCH(OrderStatus.DISPATCHED),
    DELIVER(OrderStatus.DELIVERED),
    /** As long as it has not left the house. */
    CANCEL(OrderStatus.CANCELLED);

    private final OrderStatus leadsTo;

    Move(OrderStatus leadsTo) {
        this.leadsTo = leadsTo;
    }

    OrderStatus leadsTo() {
        return leadsTo;
    }

    /** What can be done with an order of that status; nothing at its end. */
    public static List<Move> allowedFrom(OrderStatus status) {
        return switch (status) {
            case PENDING -> List.of(PICK, CANCEL);
            case PICKED -> List.of(DISPATCH, CANCEL);
            case DISPATCHED -> List.of(DELIVER);
            case DELIVERED, CANCELLED -> List.of();
        };
    }
}
