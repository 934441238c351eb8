package dev.tillstream.analytics;

import dev.tillstream.contract.StoreId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table of events, as a reader of it would see it. */
final class KeptEvents implements AutoCloseable {

    private static final String TABLE = "tillstream-tables-EventData";

    private final DynamoDbClient dynamo =
            DynamoDbClient.builder().httpClientBuilder(ApacheHttpClient.builder()).build();

    /** Store and request of each event of these stores. */
    Set<String> of(Set<StoreId> stores) {
        Set<String> events = new HashSet<>();
        for (StoreId store : stores) {
            dynamo.queryPaginator(query ->
                            query.tableName(TABLE)
                                    .consistentRead(true)
                                    .keyConditionExpression("store_id = :store")
                                    .expressionAttributeValues(
                                            Map.of(":store", AttributeValue.fromS(store.value()))))
                    .items()
                    .forEach(item -> {
                        String event = item.get("event").s();
                        String request = event.substring(event.lastIndexOf('#') + 1);
                        if (!events.add(store + " " + request)) {
                            throw new AssertionError("kept twice: " + event);
                        }
                    });
        }
        return events;
    }

    @Override
    public void close() {
        dynamo.close();
    }
}
