package dev.tillstream.dispatch.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tillstream.contract.Money;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreId;
import dev.tillstream.dispatch.order.Order;
import dev.tillstream.dispatch.order.OrderId;
import dev.tillstream.dispatch.order.OrderPosition;
import dev.tillstream.dispatch.order.OrderStatus;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An order as the table holds it. */
final class OrderItem {

    static final String ORDER_ID = "order_id";
    static final String STORE_ID = "store_id";

    /** Sorts a store's orders as text: ISO times of whole seconds up to the year 9999 do. */
    static final String PLACED = "placed";

    private OrderItem() {}

    static Map<String, AttributeValue> of(Order order) {
        return Map.ofEntries(
                Map.entry(ORDER_ID, fromS(order.id().value())),
                Map.entry(STORE_ID, fromS(order.storeId().value())),
                Map.entry(PLACED, placed(order.position())),
                Map.entry("placed_at", fromS(order.placedAt().toString())),
                Map.entry("request_id", fromS(order.requestId().value())),
                Map.entry("sku", fromS(order.sku().value())),
                Map.entry("name", fromS(order.name())),
                Map.entry("category", fromS(order.category())),
                Map.entry("quantity", fromN(Integer.toString(order.quantity()))),
                Map.entry("sales", fromN(order.sales().toString())),
                Map.entry("status", fromS(order.status().name())),
                Map.entry("version", fromN(Long.toString(order.version()))));
    }

    static Order read(Map<String, AttributeValue> item) {
        return new Order(
                new OrderId(text(item, ORDER_ID)),
                new StoreId(text(item, STORE_ID)),
                new RequestId(text(item, "request_id")),
                Instant.parse(text(item, "placed_at")),
                new Sku(text(item, "sku")),
                text(item, "name"),
                text(item, "category"),
                Integer.parseInt(number(item, "quantity")),
                Money.of(number(item, "sales")),
                OrderStatus.valueOf(text(item, "status")),
                Long.parseLong(number(item, "version")));
    }

    /** The keys of the table and of its index by store, as a query wants them to start after. */
    static Map<String, AttributeValue> keys(StoreId storeId, OrderPosition position) {
        return Map.of(
                ORDER_ID, fromS(position.orderId().value()),
                STORE_ID, fromS(storeId.value()),
                PLACED, placed(position));
    }

    private static AttributeValue placed(OrderPosition position) {
        return fromS(position.placedAt() + "#" + position.orderId());
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return attribute(item, name).s();
    }

    private static String number(Map<String, AttributeValue> item, String name) {
        return attribute(item, name).n();
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        if (value == null) {
            throw new IllegalStateException("item " + item.get(ORDER_ID) + " has no " + name);
        }
        return value;
    }
}
