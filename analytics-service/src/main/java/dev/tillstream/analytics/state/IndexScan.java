package dev.tillstream.analytics.state;

import static dev.tillstream.analytics.state.Attributes.required;
import static dev.tillstream.analytics.state.Attributes.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads a stretch of an index of the windows table, in the order of its range key. */
final class IndexScan {

    /** The order of range keys: by their bytes. */
    static final Comparator<String> ORDER =
            Comparator.comparing(
                    text -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    Arrays::compareUnsigned);

    /** Keys that one look reads at most, wanted or not: some 200 bytes each. */
    private static final int LONGEST = 5000;

    /** Keys that one call reads at least, as filters may leave most of them out. */
    private static final int SHORTEST = 200;

    private final DynamoDbClient dynamo;
    private final String table;

    IndexScan(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** A stretch of an index, both ends included. */
    record Stretch(
            String index, String hashName, String hash, String rangeName, String from, String to) {}

    /**
     * What a look found.
     *
     * @param reach the range key up to which that is all there is; null if to the stretch's end
     */
    record Found(List<Map<String, AttributeValue>> items, @Nullable String reach) {}

    Found first(Stretch stretch, Predicate<Map<String, AttributeValue>> wanted, int limit) {
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        int read = 0;
        for (Map<String, AttributeValue> item : items(stretch, limit)) {
            if (wanted.test(item)) {
                items.add(item);
            }
            read++;
            if (items.size() == limit || read == LONGEST) {
                return new Found(items, required(item, stretch.rangeName()).s());
            }
        }
        return new Found(items, null);
    }

    private Iterable<Map<String, AttributeValue>> items(Stretch stretch, int limit) {
        return dynamo.queryPaginator(query ->
                        query.tableName(table)
                                .indexName(stretch.index())
                                .limit(Math.max(limit, SHORTEST))
                                .keyConditionExpression(
                                        "#hash = :hash AND #range BETWEEN :a AND :b")
                                .expressionAttributeNames(
                                        Map.of(
                                                "#hash", stretch.hashName(),
                                                "#range", stretch.rangeName()))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":hash", text(stretch.hash()),
                                                ":a", text(stretch.from()),
                                                ":b", text(stretch.to()))))
                .items();
    }
}
