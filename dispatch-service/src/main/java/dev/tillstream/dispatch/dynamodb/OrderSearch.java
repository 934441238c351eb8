package dev.tillstream.dispatch.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tillstream.dispatch.order.OrderPosition;
import dev.tillstream.dispatch.order.OrderQuery;
import dev.tillstream.dispatch.order.OrderStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Asks an index for orders, so that a page reads no more than what it shows: by store and time, or
 * by store, status and time.
 */
final class OrderSearch {

    private static final String BEFORE_ALL_TIMES = "0";
    private static final String BEHIND_ALL_TIMES = ":";

    private OrderSearch() {}

    static QueryRequest.Builder of(OrderQuery query, @Nullable OrderPosition after) {
        OrderStatus status = query.status();
        String sortedBy = status == null ? OrderItem.PLACED : OrderItem.STATUS_PLACED;
        String prefix = status == null ? "" : status + "#";
        QueryRequest.Builder request =
                QueryRequest.builder()
                        .indexName(status == null ? "store-index" : "status-index")
                        .keyConditionExpression(
                                "store_id = :store AND #sorted BETWEEN :from AND :to")
                        .expressionAttributeNames(Map.of("#sorted", sortedBy))
                        .expressionAttributeValues(
                                Map.of(
                                        ":store",
                                        fromS(query.storeId().value()),
                                        ":from",
                                        fromS(prefix + second(query.from(), BEFORE_ALL_TIMES)),
                                        ":to",
                                        fromS(prefix + second(query.to(), BEHIND_ALL_TIMES))));
        if (after != null) {
            request.exclusiveStartKey(OrderItem.keys(query.storeId(), status, after));
        }
        return request;
    }

    /**
     * As orders are sorted: of those of a second each is behind the second's own text, as it goes
     * on with an id. Orders have whole seconds, so a bound within one is as good as the next one.
     */
    private static String second(@Nullable Instant bound, String ifNone) {
        if (bound == null) {
            return ifNone;
        }
        Instant whole = bound.truncatedTo(ChronoUnit.SECONDS);
        return (whole.equals(bound) ? whole : whole.plusSeconds(1)).toString();
    }
}
