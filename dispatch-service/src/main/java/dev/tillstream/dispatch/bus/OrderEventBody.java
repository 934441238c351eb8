package dev.tillstream.dispatch.bus;

import dev.tillstream.dispatch.order.Order;
import dev.tillstream.dispatch.order.OrderStep;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The detail of an order-event.
 *
 * @param requestId the same for each repeat: the order's id and the version
 */
@JsonNaming(SnakeCaseStrategy.class)
record OrderEventBody(
        String requestId,
        String storeId,
        String orderId,
        int version,
        String status,
        String saleRequestId,
        String name,
        String category,
        String sku,
        int quantity) {

    /** Of the step that made a version. */
    static OrderEventBody of(Order order, int version) {
        OrderStep step = order.history().get(version - 1);
        return new OrderEventBody(
                order.id() + "-" + version,
                order.storeId().value(),
                order.id().value(),
                version,
                step.status().name(),
                order.requestId().value(),
                order.name(),
                order.category(),
                order.sku().value(),
                order.quantity());
    }
}
