package dev.tillstream.analytics.kinesis.unread;

import dev.tillstream.analytics.shard.ReadMark;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Beside a shard's lease, in two attributes that KCL doesn't know and leaves alone: they live as
 * long as the lease does.
 */
final class LeaseMarks implements Marks {

    private static final String KEY = "leaseKey";
    private static final String UNTIL = "tillstreamReadUntil";
    private static final String ARRIVAL = "tillstreamLastArrival";

    private final DynamoDbClient dynamo;
    private final String table;

    LeaseMarks(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public @Nullable ReadMark find(String shard) {
        Map<String, AttributeValue> item =
                dynamo.getItem(get -> get.tableName(table).key(key(shard)).consistentRead(true))
                        .item();
        AttributeValue until = item.get(UNTIL);
        AttributeValue arrival = item.get(ARRIVAL);
        return until == null
                ? null
                : new ReadMark(
                        Instant.parse(until.s()),
                        arrival == null ? null : Instant.parse(arrival.s()));
    }

    /** A lease that is gone is not made anew, and without a new arrival the one known stays. */
    @Override
    public void write(String shard, ReadMark mark) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":until", text(mark.until()));
        String update = "SET " + UNTIL + " = :until";
        if (mark.lastArrival() != null) {
            values.put(":arrival", text(mark.lastArrival()));
            update += ", " + ARRIVAL + " = :arrival";
        }
        String expression = update;
        dynamo.updateItem(request ->
                request.tableName(table)
                        .key(key(shard))
                        .updateExpression(expression)
                        .conditionExpression("attribute_exists(" + KEY + ")")
                        .expressionAttributeValues(values));
    }

    private static Map<String, AttributeValue> key(String shard) {
        return Map.of(KEY, AttributeValue.fromS(shard));
    }

    private static AttributeValue text(Instant time) {
        return AttributeValue.fromS(time.toString());
    }
}
