package dev.tillstream.dispatch.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tillstream.consumer.outbox.OutboxMarks;
import dev.tillstream.dispatch.order.Order;
import dev.tillstream.dispatch.order.OrderId;
import dev.tillstream.dispatch.order.OrderPage;
import dev.tillstream.dispatch.order.OrderPosition;
import dev.tillstream.dispatch.order.OrderQuery;
import dev.tillstream.dispatch.order.Orders;
import dev.tillstream.dispatch.order.Placement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Orders in a table. One conditional write is the order or its move, the mark that it was seen, and
 * the outbox: while an item has marks, the bus is to be told of its latest steps.
 */
final class DynamoDbOrders implements Orders {

    private static final String IS_VERSION = "#version = :version";

    private final DynamoDbClient client;
    private final String table;
    private final OutboxMarks marks;

    DynamoDbOrders(DynamoDbClient client, String table, OutboxMarks marks) {
        this.client = client;
        this.table = table;
        this.marks = marks;
    }

    @Override
    public Placement place(Order order) {
        Map<String, AttributeValue> item = new HashMap<>(OrderItem.of(order));
        item.putAll(marks.of(order.id().value()));
        try {
            client.putItem(put ->
                    put.tableName(table)
                            .item(item)
                            .conditionExpression("attribute_not_exists(order_id)")
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Placement.PLACED;
        } catch (ConditionalCheckFailedException e) {
            Order first = OrderItem.read(e.item());
            return first.isOfSameSaleAs(order) ? Placement.REPEATED : Placement.CONFLICT;
        }
    }

    @Override
    public Optional<Order> find(OrderId id) {
        var found = client.getItem(get -> get.tableName(table).key(key(id)).consistentRead(true));
        return found.hasItem() ? Optional.of(OrderItem.read(found.item())) : Optional.empty();
    }

    @Override
    public OrderPage find(OrderQuery query, int limit, @Nullable OrderPosition after) {
        if (query.isEmpty()) {
            // DynamoDB refuses such a range.
            return new OrderPage(List.of(), null);
        }
        // One more than asked for tells whether any follow; DynamoDB's own mark is also there at
        // the very end.
        List<Order> found =
                client
                        .query(
                                OrderSearch.of(query, after)
                                        .tableName(table)
                                        .limit(limit + 1)
                                        .build())
                        .items()
                        .stream()
                        .map(OrderItem::read)
                        .toList();
        if (found.size() <= limit) {
            return new OrderPage(found, null);
        }
        List<Order> page = found.subList(0, limit);
        return new OrderPage(page, page.getLast().position());
    }

    @Override
    public boolean replace(Order moved) {
        Map<String, AttributeValue> mark = marks.of(moved.id().value());
        try {
            client.updateItem(update ->
                    update.tableName(table)
                            .key(key(moved.id()))
                            .updateExpression(
                                    "SET history = list_append(history, :step),"
                                            + " #version = :next, #status = :status,"
                                            + " status_placed = :status_placed,"
                                            + " outbox = :shard, outbox_due = :due")
                            .conditionExpression(IS_VERSION)
                            .expressionAttributeNames(
                                    Map.of("#version", "version", "#status", "status"))
                            .expressionAttributeValues(
                                    Map.of(
                                            ":step",
                                            fromL(
                                                    List.of(
                                                            OrderItem.step(
                                                                    moved.history().getLast()))),
                                            ":next",
                                            number(moved.version()),
                                            ":version",
                                            number(moved.version() - 1),
                                            ":status",
                                            fromS(moved.status().name()),
                                            ":status_placed",
                                            OrderItem.statusPlaced(
                                                    moved.status(), moved.position()),
                                            ":shard",
                                            mark.get(OutboxMarks.SHARD),
                                            ":due",
                                            mark.get(OutboxMarks.DUE))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public List<Order> takeUnannounced(int limit) {
        return marks.takeOverdue(limit).stream().map(OrderItem::read).toList();
    }

    /** An order that moved on meanwhile keeps its marks: there is more to tell. */
    @Override
    public void announced(Order order) {
        boolean isLatest =
                noteAnnounced(
                        order, "SET announced = :version REMOVE outbox, outbox_due", IS_VERSION);
        if (!isLatest) {
            noteAnnounced(
                    order,
                    "SET announced = :version",
                    "#version > :version AND announced < :version");
        }
    }

    private boolean noteAnnounced(Order order, String update, String condition) {
        try {
            client.updateItem(request -> {
                request.tableName(table)
                        .key(key(order.id()))
                        .updateExpression(update)
                        .conditionExpression(condition)
                        .expressionAttributeNames(Map.of("#version", "version"))
                        .expressionAttributeValues(Map.of(":version", number(order.version())));
            });
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static Map<String, AttributeValue> key(OrderId id) {
        return Map.of(OrderItem.ORDER_ID, fromS(id.value()));
    }

    private static AttributeValue number(int value) {
        return fromN(Integer.toString(value));
    }
}
