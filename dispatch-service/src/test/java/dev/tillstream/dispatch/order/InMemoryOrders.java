package dev.tillstream.dispatch.order;

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

    /** From now on nothing can be found or placed. */
    public void breakDown() {
        broken = true;
    }

    @Override
    public Placement place(Order order) {
        failIfBroken();
        Order first = orders.putIfAbsent(order.id(), order);
        if (first == null) {
            return Placement.PLACED;
        }
        return first.isOfSameSaleAs(order) ? Placement.REPEATED : Placement.CONFLICT;
    }

    @Override
    public Optional<Order> find(OrderId id) {
        failIfBroken();
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public boolean replace(Order moved) {
        Order old = orders.get(moved.id());
        if (old == null || old.version() != moved.version() - 1) {
            return false;
        }
        orders.put(moved.id(), moved);
        return true;
    }

    @Override
    public OrderPage find(OrderQuery query, int limit, @Nullable OrderPosition after) {
        List<Order> behind =
                orders.values().stream()
                        .filter(query::matches)
                        .filter(order ->
                                after == null
                                        || BY_TIME_THEN_ID.compare(order.position(), after) > 0)
                        .sorted(Comparator.comparing(Order::position, BY_TIME_THEN_ID))
                        .toList();
        List<Order> page = behind.stream().limit(limit).toList();
        return new OrderPage(page, behind.size() > page.size() ? page.getLast().position() : null);
    }

    @Override
    public List<Order> takeUnannounced(int limit) {
        throw new UnsupportedOperationException("nobody announces these");
    }

    @Override
    public void announced(Order order) {
        throw new UnsupportedOperationException("nobody announces these");
    }

    private void failIfBroken() {
        if (broken) {
            throw new IllegalStateException("table arn:secret is on fire");
        }
    }
}
