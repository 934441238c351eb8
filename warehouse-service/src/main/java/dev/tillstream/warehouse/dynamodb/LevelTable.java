package dev.tillstream.warehouse.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreId;
import dev.tillstream.warehouse.stock.CountMark;
import dev.tillstream.warehouse.stock.StockItem;
import dev.tillstream.warehouse.stock.StockLevel;
import dev.tillstream.warehouse.stock.StockMoved;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The levels' table: one item per store and sku. */
final class LevelTable {

    private final DynamoDbClient client;
    private final String table;

    LevelTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    Optional<StockLevel> read(StockItem item) {
        var found = client.getItem(get -> get.tableName(table).key(key(item)).consistentRead(true));
        return found.hasItem() ? Optional.of(level(found.item())) : Optional.empty();
    }

    /** A store's levels, one page by sku. */
    List<StockLevel> read(StoreId storeId, int limit, @Nullable Sku after) {
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression("store_id = :store")
                        .expressionAttributeValues(Map.of(":store", fromS(storeId.value())))
                        .consistentRead(true)
                        .limit(limit);
        if (after != null) {
            query.exclusiveStartKey(key(new StockItem(storeId, after)));
        }
        return client.query(query.build()).items().stream().map(LevelTable::level).toList();
    }

    /** Adds a move to whatever the level is by then, unless its last count covers the move. */
    TransactWriteItem add(StockMoved move) {
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(table)
                                .key(key(move.item()))
                                .updateExpression("ADD on_hand :quantity, moves :one")
                                .conditionExpression(
                                        "attribute_not_exists(counted_at)"
                                                + " OR counted_at < :occurred")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":quantity", number(move.quantity()),
                                                ":one", number(1),
                                                ":occurred", time(move.occurred()))))
                .build();
    }

    /** Puts a counted level in the place of the one that it was made of, if that still stands. */
    TransactWriteItem replace(StockLevel old, StockLevel counted) {
        CountMark count = Objects.requireNonNull(counted.lastCount());
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":on_hand", number(counted.onHand()));
        values.put(":moves", number(counted.moves()));
        values.put(":at", time(count.at()));
        values.put(":by", fromS(count.by().value()));
        String condition = unchanged(old, values);
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(table)
                                .key(key(old.item()))
                                .updateExpression(
                                        "SET on_hand = :on_hand, moves = :moves,"
                                                + " counted_at = :at, counted_by = :by")
                                .conditionExpression(condition)
                                .expressionAttributeValues(values))
                .build();
    }

    private static String unchanged(StockLevel old, Map<String, AttributeValue> values) {
        CountMark lastCount = old.lastCount();
        if (lastCount == null && old.moves() == 0) {
            return "attribute_not_exists(store_id)";
        }
        values.put(":old_moves", number(old.moves()));
        if (lastCount == null) {
            return "moves = :old_moves AND attribute_not_exists(counted_at)";
        }
        values.put(":old_at", time(lastCount.at()));
        values.put(":old_by", fromS(lastCount.by().value()));
        return "moves = :old_moves AND counted_at = :old_at AND counted_by = :old_by";
    }

    private static StockLevel level(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        CountMark lastCount =
                item.has("counted_at")
                        ? new CountMark(
                                Instant.parse(item.text("counted_at")),
                                new RequestId(item.text("counted_by")))
                        : null;
        return new StockLevel(
                new StockItem(new StoreId(item.text("store_id")), new Sku(item.text("sku"))),
                lastCount,
                Long.parseLong(item.number("on_hand")),
                Long.parseLong(item.number("moves")));
    }

    private static Map<String, AttributeValue> key(StockItem item) {
        return Map.of("store_id", fromS(item.storeId().value()), "sku", fromS(item.sku().value()));
    }

    private static AttributeValue number(long value) {
        return fromN(Long.toString(value));
    }

    /** Sorts as text: ISO times of whole seconds up to the year 9999 do. */
    private static AttributeValue time(Instant time) {
        return fromS(time.toString());
    }
}
