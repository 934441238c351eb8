package dev.tillstream.warehouse.dynamodb;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.paginators.QueryIterable;

/**
 * A client whose queries don't show the newest entry yet, as an index on AWS may do and the local
 * one never does.
 */
final class LaggingIndex {

    private LaggingIndex() {}

    /** Lags for so many queries, then no more. */
    static DynamoDbClient of(DynamoDbClient client, int queries) {
        AtomicInteger left = new AtomicInteger(queries);
        return (DynamoDbClient)
                Proxy.newProxyInstance(
                        DynamoDbClient.class.getClassLoader(),
                        new Class<?>[] {DynamoDbClient.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("queryPaginator")) {
                                return new QueryIterable(
                                        (DynamoDbClient) proxy, (QueryRequest) arguments[0]);
                            }
                            try {
                                Object answer = method.invoke(client, arguments);
                                return answer instanceof QueryResponse found
                                                && left.getAndDecrement() > 0
                                        ? withoutLast(found)
                                        : answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private static QueryResponse withoutLast(QueryResponse found) {
        List<Map<String, AttributeValue>> items = found.items();
        return found.toBuilder().items(items.subList(0, Math.max(0, items.size() - 1))).build();
    }
}
