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
import java.util.Optional;

/**
 * Goods to ship because a store sold them.
 *
 * @param placedAt when they were sold, UTC, whole seconds
 * @param quantity pieces
 * @param sales the sale's total, already times quantity
 * @param version 1 when placed; one more with each change
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
        OrderStatus status,
        long version) {

    /** The order that an event asks for: only a sale that is not a return asks for one. */
    public static Optional<Order> askedForBy(StoreEvent event) {
        return switch (event) {
            case SaleRecorded sale -> sale.returned() ? Optional.empty() : Optional.of(of(sale));
            case InventoryChanged change -> Optional.empty();
            case OtherEvent other -> Optional.empty();
        };
    }

    private static Order of(SaleRecorded sale) {
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
                OrderStatus.PENDING,
                1);
    }

    /** Where it stands among its store's orders. */
    public OrderPosition position() {
        return new OrderPosition(placedAt, id);
    }

    /** Whether both were made of the same content, whatever became of them since. */
    public boolean isOfSameSaleAs(Order other) {
        return equals(other.at(status, version));
    }

    private Order at(OrderStatus status, long version) {
        return new Order(
                id, storeId, requestId, placedAt, sku, name, category, quantity, sales, status,
                version);
    }
}
