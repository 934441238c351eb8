package dev.tillstream.warehouse.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tillstream.contract.Sku;
import dev.tillstream.warehouse.stock.LevelPage;
import dev.tillstream.warehouse.stock.LevelQuery;
import dev.tillstream.warehouse.stock.StockItem;
import dev.tillstream.warehouse.stock.StockLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Reads a page of levels. What a query leaves out is read all the same, so a page ends after a
 * number of reads even when it is not full.
 */
final class LevelSearch {

    private static final int READS = 10;
    private static final int FILTERED = 500;

    private final DynamoDbClient client;
    private final String table;
    private final LevelQuery query;

    LevelSearch(DynamoDbClient client, String table, LevelQuery query) {
        this.client = client;
        this.table = table;
        this.query = query;
    }

    LevelPage page(int limit, @Nullable Sku after) {
        List<StockLevel> found = new ArrayList<>();
        Sku last = after;
        for (int i = 0; i < READS; i++) {
            QueryResponse read = client.query(request(limit, last));
            read.items().stream().map(LevelItem::read).forEach(found::add);
            // One more than asked for tells whether any follow.
            if (found.size() > limit) {
                List<StockLevel> page = found.subList(0, limit);
                return new LevelPage(page, page.getLast().item().sku());
            }
            if (!read.hasLastEvaluatedKey()) {
                return new LevelPage(found, null);
            }
            last = new Sku(new Item(read.lastEvaluatedKey()).text("sku"));
        }
        return new LevelPage(found, last);
    }

    private QueryRequest request(int limit, @Nullable Sku after) {
        Map<String, AttributeValue> values = new HashMap<>();
        List<String> filters = new ArrayList<>();
        values.put(":store", fromS(query.storeId().value()));
        if (query.category() != null) {
            values.put(":category", fromS(query.category()));
            filters.add("category = :category");
        }
        if (query.below() != null) {
            values.put(":below", fromN(Integer.toString(query.below())));
            filters.add("on_hand < :below");
        }
        QueryRequest.Builder request =
                QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("store_id = :store")
                        .expressionAttributeValues(values)
                        .consistentRead(true)
                        .limit(filters.isEmpty() ? limit + 1 : FILTERED);
        if (!filters.isEmpty()) {
            request.filterExpression(String.join(" AND ", filters));
        }
        if (after != null) {
            request.exclusiveStartKey(LevelItem.key(new StockItem(query.storeId(), after)));
        }
        return request.build();
    }
}
