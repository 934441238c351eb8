package dev.tillstream.dispatch.order;

import dev.tillstream.contract.StoreId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps orders, each placed once however often it is asked for. */
public interface Orders {

    /** Places the order unless one of its id is there. */
    Placement place(Order order);

    Optional<Order> find(OrderId id);

    /**
     * A store's orders, oldest first.
     *
     * @param limit how many at most, 1 or more
     * @param after only those behind this position; null to start with the first
     */
    OrderPage ofStore(StoreId storeId, int limit, @Nullable OrderPosition after);
}
