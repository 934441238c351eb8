package dev.tillstream.warehouse.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tillstream.contract.Sku;
import dev.tillstream.warehouse.stock.CountMark;
import dev.tillstream.warehouse.stock.LevelPage;
import dev.tillstream.warehouse.stock.LevelQuery;
import dev.tillstream.warehouse.stock.StockItem;
import dev.tillstream.warehouse.stock.StockLevel;
import dev.tillstream.warehouse.stock.StockMoved;
import dev.tillstream.warehouse.stock.alarm.Crossing;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The levels' table: one item per store and sku. */
final class LevelTable {

    /** "name" is a word of DynamoDB's own. */
    private static final Map<String, String> NAMES = Map.of("#name", "name");

    private final DynamoDbClient client;
    private final String table;

    LevelTable(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    Optional<StockLevel> read(StockItem item) {
        var found =
                client.getItem(
                        get -> get.tableName(table).key(LevelItem.key(item)).consistentRead(true));
        return found.hasItem() ? Optional.of(LevelItem.read(found.item())) : Optional.empty();
    }

    LevelPage read(LevelQuery query, int limit, @Nullable Sku after) {
        return new LevelSearch(client, table, query).page(limit, after);
    }

    /**
     * Adds a move to whatever the level is by then, unless its last count covers the move or it
     * crosses a threshold.
     *
     * @param possible all that the level can cross
     */
    TransactWriteItem add(StockMoved move, List<Crossing> possible) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":quantity", number(move.quantity()));
        values.put(":one", number(1));
        values.put(":occurred", time(move.occurred()));
        values.put(":name", fromS(move.product().name()));
        values.put(":category", fromS(move.product().category()));
        StringBuilder condition =
                new StringBuilder("(attribute_not_exists(counted_at) OR counted_at < :occurred)");
        if (move.quantity() < 0) {
            for (int i = 0; i < possible.size(); i++) {
                long threshold = possible.get(i).threshold();
                condition.append(" AND (on_hand < :t%1$d OR on_hand >= :a%1$d)".formatted(i));
                values.put(":t" + i, number(threshold));
                values.put(":a" + i, number(threshold - move.quantity()));
            }
        }
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(table)
                                .key(LevelItem.key(move.item()))
                                .updateExpression(
                                        "SET #name = :name, category = :category"
                                                + " ADD on_hand :quantity, moves :one, version :one")
                                .conditionExpression(condition.toString())
                                .expressionAttributeNames(NAMES)
                                .expressionAttributeValues(values))
                .build();
    }

    /** Puts a level in the place of the one that it was made of, if that still stands. */
    TransactWriteItem replace(StockLevel old, StockLevel changed) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":on_hand", number(changed.onHand()));
        values.put(":moves", number(changed.moves()));
        values.put(":version", number(changed.version()));
        values.put(":name", fromS(changed.product().name()));
        values.put(":category", fromS(changed.product().category()));
        CountMark count = changed.lastCount();
        if (count != null) {
            values.put(":at", time(count.at()));
            values.put(":by", fromS(count.by().value()));
        }
        if (old.version() > 0) {
            values.put(":old_version", number(old.version()));
        }
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(table)
                                .key(LevelItem.key(old.item()))
                                .updateExpression(
                                        "SET on_hand = :on_hand, moves = :moves,"
                                                + " version = :version, #name = :name,"
                                                + " category = :category"
                                                + (count == null
                                                        ? ""
                                                        : ", counted_at = :at, counted_by = :by"))
                                .conditionExpression(
                                        old.version() > 0
                                                ? "version = :old_version"
                                                : "attribute_not_exists(store_id)")
                                .expressionAttributeNames(NAMES)
                                .expressionAttributeValues(values))
                .build();
    }

    private static AttributeValue number(long value) {
        return fromN(Long.toString(value));
    }

    /** Sorts as text: ISO times of whole seconds up to the year 9999 do. */
    private static AttributeValue time(Instant time) {
        return fromS(time.toString());
    }
}
