package dev.tillstream.dispatch.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
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
import dev.tillstream.dispatch.order.OrderStep;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An order as the table holds it. */
final class OrderItem {

    static final String ORDER_ID = "order_id";
    static final String STORE_ID = "store_id";

    /** Sorts a store's orders as text: ISO times of whole seconds up to the year 9999 do. */
    static final String PLACED = "placed";

    /** The same behind the status. */
    static final String STATUS_PLACED = "status_placed";

    private static final String HISTORY = "history";

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
                Map.entry(STATUS_PLACED, statusPlaced(order.status(), order.position())),
                Map.entry(HISTORY, fromL(order.history().stream().map(OrderItem::step).toList())),
                Map.entry("version", fromN(Integer.toString(order.version()))),
                Map.entry("announced", fromN(Integer.toString(order.announced()))));
    }

    static AttributeValue step(OrderStep step) {
        return fromM(
                Map.of("status", fromS(step.status().name()), "at", fromS(step.at().toString())));
    }

    private static OrderStep step(AttributeValue step) {
        return new OrderStep(
                OrderStatus.valueOf(text(step.m(), "status")), Instant.parse(text(step.m(), "at")));
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
                attribute(item, HISTORY).l().stream().map(OrderItem::step).toList(),
                Integer.parseInt(number(item, "announced")));
    }

    /** The keys of the table and of an index, as a query wants them to start after. */
    static Map<String, AttributeValue> keys(
            StoreId storeId, @Nullable OrderStatus status, OrderPosition position) {
        return Map.of(
                ORDER_ID,
                fromS(position.orderId().value()),
                STORE_ID,
                fromS(storeId.value()),
                status == null ? PLACED : STATUS_PLACED,
                status == null ? placed(position) : statusPlaced(status, position));
    }

    static AttributeValue statusPlaced(OrderStatus status, OrderPosition position) {
        return fromS(status + "#" + placed(position).s());
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
