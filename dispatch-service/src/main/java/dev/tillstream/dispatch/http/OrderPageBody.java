package dev.tillstream.dispatch.http;

import dev.tillstream.dispatch.order.OrderPage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A page of orders as clients see it.
 *
 * @param nextCursor what to ask with for the next page; null on the last
 */
@JsonNaming(SnakeCaseStrategy.class)
record OrderPageBody(List<OrderBody> orders, @Nullable String nextCursor) {

    static OrderPageBody of(OrderPage page) {
        return new OrderPageBody(
                page.orders().stream().map(OrderBody::of).toList(),
                page.last() == null ? null : new Cursor(page.last()).encode());
    }
}
