package dev.tillstream.dispatch.http;

import dev.tillstream.dispatch.order.Order;
import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** An order as clients see it. */
@JsonNaming(SnakeCaseStrategy.class)
record OrderBody(
        String orderId,
        String storeId,
        String requestId,
        Instant placedAt,
        String sku,
        String name,
        String category,
        int quantity,
        BigDecimal sales,
        String status,
        int version) {

    static OrderBody of(Order order) {
        return new OrderBody(
                order.id().value(),
                order.storeId().value(),
                order.requestId().value(),
                order.placedAt(),
                order.sku().value(),
                order.name(),
                order.category(),
                order.quantity(),
                order.sales().amount(),
                order.status().name(),
                order.version());
    }
}
