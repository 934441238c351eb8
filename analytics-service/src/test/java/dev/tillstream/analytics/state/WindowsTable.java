package dev.tillstream.analytics.state;

import dev.tillstream.analytics.window.WindowId;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The windows table as others see it: item by item. */
final class WindowsTable implements AutoCloseable {

    static final String NAME = "tillstream-windows";

    final DynamoDbClient dynamo =
            DynamoDbClient.builder().httpClientBuilder(ApacheHttpClient.builder()).build();

    List<Map<String, AttributeValue>> items(WindowId window) {
        return dynamo.query(query ->
                        query.tableName(NAME)
                                .consistentRead(true)
                                .keyConditionExpression("window_id = :w")
                                .expressionAttributeValues(
                                        Map.of(":w", AttributeValue.fromS(window.toString()))))
                .items();
    }

    /** What DynamoDB does some day after an item has expired. */
    void delete(Map<String, AttributeValue> item) {
        dynamo.deleteItem(delete ->
                delete.tableName(NAME)
                        .key(
                                Map.of(
                                        "window_id", item.get("window_id"),
                                        "part", item.get("part"))));
    }

    @Override
    public void close() {
        dynamo.close();
    }
}
