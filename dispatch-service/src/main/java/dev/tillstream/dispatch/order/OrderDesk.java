package dev.tillstream.dispatch.order;

import dev.tillstream.contract.StoreEvent;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Where orders are placed and moved, and others are told of it. */
public final class OrderDesk {

    private final Orders orders;
    private final Announcer announcer;
    private final InstantSource clock;

    public OrderDesk(Orders orders, Announcer announcer, InstantSource clock) {
        this.orders = orders;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** Places the order that an event asks for; empty if it asks for none. */
    public Optional<Placement> take(StoreEvent event) {
        return Order.askedForBy(event, clock.instant()).map(this::place);
    }

    private Placement place(Order order) {
        Placement placement = orders.place(order);
        if (placement == Placement.PLACED) {
            announcer.announce(order);
        }
        return placement;
    }

    /**
     * Moves an order. Of several at the same time one wins, and nobody moves an order that he has
     * not seen.
     *
     * @param expected tells of a version whether it is the one to be moved
     */
    public MoveResult move(OrderId id, Move move, IntPredicate expected) {
        return orders.find(id)
                .map(order -> move(order, move, expected))
                .orElseGet(MoveResult.Unknown::new);
    }

    private MoveResult move(Order order, Move move, IntPredicate expected) {
        if (!expected.test(order.version())) {
            return new MoveResult.OtherVersion(order);
        }
        return order.after(move, clock.instant())
                .map(moved -> store(order, moved))
                .orElseGet(() -> new MoveResult.NotAllowed(order));
    }

    private MoveResult store(Order order, Order moved) {
        if (!orders.replace(moved)) {
            return new MoveResult.Overtaken(orders.find(order.id()).orElse(order));
        }
        announcer.announce(moved);
        return new MoveResult.Moved(moved);
    }
}
