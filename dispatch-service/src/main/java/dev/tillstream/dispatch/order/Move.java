package dev.tillstream.dispatch.order;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What people do with an order. */
public enum Move {
    PICK(OrderStatus.PICKED, EnumSet.of(OrderStatus.PENDING)),
    DISPATCH(OrderStatus.DISPATCHED, EnumSet.of(OrderStatus.PICKED)),
    DELIVER(OrderStatus.DELIVERED, EnumSet.of(OrderStatus.DISPATCHED)),
    /** As long as it has not left the house. */
    CANCEL(OrderStatus.CANCELLED, EnumSet.of(OrderStatus.PENDING, OrderStatus.PICKED));

    private final OrderStatus leadsTo;
    private final Set<OrderStatus> from;

    Move(OrderStatus leadsTo, Set<OrderStatus> from) {
        this.leadsTo = leadsTo;
        this.from = from;
    }

    OrderStatus leadsTo() {
        return leadsTo;
    }

    /** What can be done with an order of that status; nothing at its end. */
    public static List<Move> allowedFrom(OrderStatus status) {
        return Arrays.stream(values()).filter(move -> move.from.contains(status)).toList();
    }
}
