package dev.tillstream.dispatch.order;

import dev.tillstream.contract.InventoryChanged;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.OtherEvent;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goods to ship because a store sold them.
 *
 * @param placedAt when they were sold, UTC, whole seconds
 * @param quantity pieces
 * @param sales the sale's total, already times quantity
 * @param history what became of it, the first step first: one step a version
 * @param announced the version up to which the bus is known to have been told; 0 for none
 */
public record Order(
        OrderId id,
        StoreId storeId,
        RequestId requestId,
        Instant placedAt,
        Sku sku,
        String name,
        String category,
        int quantity,
        Money sales,
        List<OrderStep> history,
        int announced) {

    public Order {
        history = List.copyOf(history);
        if (history.isEmpty() || announced < 0 || announced > history.size()) {
            throw new IllegalArgumentException(
                    "%d steps and %d announced".formatted(history.size(), announced));
        }
    }

    /**
     * The order that an event asks for: only a sale that is not a return asks for one.
     *
     * @param now when it is placed
     */
    public static Optional<Order> askedForBy(StoreEvent event, Instant now) {
        return switch (event) {
            case SaleRecorded sale ->
                    sale.returned() ? Optional.empty() : Optional.of(of(sale, now));
            case InventoryChanged change -> Optional.empty();
            case OtherEvent other -> Optional.empty();
        };
    }

    private static Order of(SaleRecorded sale, Instant now) {
        return new Order(
                OrderId.of(sale.identity()),
                sale.storeId(),
                sale.requestId(),
                sale.time(),
                sale.sku(),
                sale.name(),
                sale.category(),
                sale.quantity(),
                sale.sales(),
                List.of(new OrderStep(OrderStatus.PENDING, now)),
                0);
    }

    public OrderStatus status() {
        return history.getLast().status();
    }

    /** 1 when placed; one more with each move. */
    public int version() {
        return history.size();
    }

    /** The order after a move; empty if its status does not allow that. */
    public Optional<Order> after(Move move, Instant now) {
        if (!Move.allowedFrom(status()).contains(move)) {
            return Optional.empty();
        }
        List<OrderStep> longer = new ArrayList<>(history);
        longer.add(new OrderStep(move.leadsTo(), now));
        return Optional.of(with(longer, announced));
    }

    /** Where it stands among its store's orders. */
    public OrderPosition position() {
        return new OrderPosition(placedAt, id);
    }

    /** Whether both were made of the same content, whatever became of them since. */
    public boolean isOfSameSaleAs(Order other) {
        return equals(other.with(history, announced));
    }

    private Order with(List<OrderStep> history, int announced) {
        return new Order(
                id, storeId, requestId, placedAt, sku, name, category, quantity, sales, history,
                announced);
    }
}
