package dev.tillstream.dispatch.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tillstream.contract.StoreId;
import dev.tillstream.dispatch.order.Order;
import dev.tillstream.dispatch.order.OrderId;
import dev.tillstream.dispatch.order.OrderPage;
import dev.tillstream.dispatch.order.OrderPosition;
import dev.tillstream.dispatch.order.Orders;
import dev.tillstream.dispatch.order.Placement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Orders in a table: one conditional write is both the order and the mark that it was seen. */
final class DynamoDbOrders implements Orders {

    private static final String STORE_INDEX = "store-index";

    private final DynamoDbClient client;
    private final String table;

    DynamoDbOrders(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Placement place(Order order) {
        try {
            client.putItem(put ->
                    put.tableName(table)
                            .item(OrderItem.of(order))
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
        var found =
                client.getItem(get ->
                        get.tableName(table)
                                .key(Map.of(OrderItem.ORDER_ID, fromS(id.value())))
                                .consistentRead(true));
        return found.hasItem() ? Optional.of(OrderItem.read(found.item())) : Optional.empty();
    }

    @Override
    public OrderPage ofStore(StoreId storeId, int limit, @Nullable OrderPosition after) {
        // One more than asked for tells whether any follow; DynamoDB's own mark is also there at
        // the very end.
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName(STORE_INDEX)
                        .keyConditionExpression("store_id = :store")
                        .expressionAttributeValues(Map.of(":store", fromS(storeId.value())))
                        .limit(limit + 1);
        if (after != null) {
            query.exclusiveStartKey(OrderItem.keys(storeId, after));
        }
        List<Order> found =
                client.query(query.build()).items().stream().map(OrderItem::read).toList();
        if (found.size() <= limit) {
            return new OrderPage(found, null);
        }
        List<Order> page = found.subList(0, limit);
        return new OrderPage(page, page.getLast().position());
    }
}
