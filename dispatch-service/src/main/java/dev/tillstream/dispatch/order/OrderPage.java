package dev.tillstream.dispatch.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a store's orders, oldest first.
 *
 * @param last the position to go on after; null if no more orders follow
 */
public record OrderPage(List<Order> orders, @Nullable OrderPosition last) {

    public OrderPage {
        orders = List.copyOf(orders);
    }
}
