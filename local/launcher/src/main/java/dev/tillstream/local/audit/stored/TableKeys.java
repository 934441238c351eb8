package dev.tillstream.local.audit.stored;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The keys of a table, by a full and consistent scan. */
record TableKeys(DynamoDbClient dynamo, String table, String key) {

    Set<String> read() {
        return dynamo
                .scanPaginator(scan ->
                        scan.tableName(table)
                                .consistentRead(true)
                                .projectionExpression("#key")
                                .expressionAttributeNames(Map.of("#key", key)))
                .items()
                .stream()
                .map(item -> Objects.requireNonNull(item.get(key)).s())
                .collect(Collectors.toSet());
    }
}
