package dev.tillstream.dispatch.order;

import dev.tillstream.contract.StoreId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders for tests that need no table. */
public final class InMemoryOrders implements Orders {

    private static final Comparator<OrderPosition> BY_TIME_THEN_ID =
            Comparator.comparing(OrderPosition::placedAt)
                    .thenComparing(position -> position.orderId().value());

    private final Map<OrderId, Order> orders = new LinkedHashMap<>();
    private boolean broken;

    /** From now on nothing can be found. */
    public void breakDown() {
        broken = true;
    }

    @Override
    public Placement place(Order order) {
        Order first = orders.putIfAbsent(order.id(), order);
        if (first == null) {
            return Placement.PLACED;
        }
        return first.isOfSameSaleAs(order) ? Placement.REPEATED : Placement.CONFLICT;
    }

    @Override
    public Optional<Order> find(OrderId id) {
        if (broken) {
            throw new IllegalStateException("table arn:secret is on fire");
        }
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public OrderPage ofStore(StoreId storeId, int limit, @Nullable OrderPosition after) {
        List<Order> behind =
                orders.values().stream()
                        .filter(order -> order.storeId().equals(storeId))
                        .filter(order ->
                                after == null
                                        || BY_TIME_THEN_ID.compare(order.position(), after) > 0)
                        .sorted(Comparator.comparing(Order::position, BY_TIME_THEN_ID))
                        .toList();
        List<Order> page = behind.stream().limit(limit).toList();
        return new OrderPage(page, behind.size() > page.size() ? page.getLast().position() : null);
    }
}
