package dev.tillstream.dispatch.order;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps orders, each placed once however often it is asked for. */
public interface Orders {

    /** Places the order unless one of its id is there. */
    Placement place(Order order);

    Optional<Order> find(OrderId id);

    /**
     * Puts an order in the place of the version before it.
     *
     * @return false if that is not the version that is there: somebody else was faster
     */
    boolean replace(Order moved);

    /**
     * A store's orders, oldest first.
     *
     * @param limit how many at most, 1 or more
     * @param after only those behind this position; null to start with the first
     */
    OrderPage find(OrderQuery query, int limit, @Nullable OrderPosition after);

    /**
     * Takes orders of which the bus was not told all in time, so that for a while nobody else takes
     * them.
     *
     * @param limit how many at most
     */
    List<Order> takeUnannounced(int limit);

    /** Notes that the bus was told of the order up to its version. */
    void announced(Order order);
}
