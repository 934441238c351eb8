package dev.tillstream.dispatch.order;

import dev.tillstream.contract.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of a store.
 *
 * @param status only those that are there now; null for any
 * @param from only those of sales at this time or later; null for any
 * @param to only those of sales before this time; null for any
 */
public record OrderQuery(
        StoreId storeId,
        @Nullable OrderStatus status,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** All of a store's orders. */
    public static OrderQuery all(StoreId storeId) {
        return new OrderQuery(storeId, null, null, null);
    }

    /** Whether no order can be one of them: it ends before it begins. */
    public boolean isEmpty() {
        return from != null && to != null && !from.isBefore(to);
    }

    /** Whether an order is one of them. */
    public boolean matches(Order order) {
        return order.storeId().equals(storeId)
                && (status == null || order.status() == status)
                && (from == null || !order.placedAt().isBefore(from))
                && (to == null || order.placedAt().isBefore(to));
    }
}
