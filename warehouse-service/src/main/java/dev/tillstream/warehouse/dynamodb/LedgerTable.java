package dev.tillstream.warehouse.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tillstream.consumer.outbox.OutboxMarks;
import dev.tillstream.warehouse.stock.CountMark;
import dev.tillstream.warehouse.stock.LedgerEntry;
import dev.tillstream.warehouse.stock.LedgerPage;
import dev.tillstream.warehouse.stock.LedgerPosition;
import dev.tillstream.warehouse.stock.Recording;
import dev.tillstream.warehouse.stock.StockItem;
import dev.tillstream.warehouse.stock.StockLevel;
import dev.tillstream.warehouse.stock.StockMoved;
import dev.tillstream.warehouse.stock.alarm.Alarm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** The ledger's table: entries are put once, by their change's id, and never touched again. */
final class LedgerTable {

    private static final String ITEM_INDEX = "item-index";
    private static final String IS_NEW = "attribute_not_exists(change_id)";

    private final DynamoDbClient client;
    private final String table;
    private final OutboxMarks marks;

    LedgerTable(DynamoDbClient client, String table, OutboxMarks marks) {
        this.client = client;
        this.table = table;
        this.marks = marks;
    }

    /** As a part of a transaction. */
    TransactWriteItem put(LedgerEntry entry) {
        return put(LedgerItem.of(entry));
    }

    /** The entry that raised an alarm, with marks that the bus is to be told. */
    TransactWriteItem put(Alarm alarm) {
        Map<String, AttributeValue> item = new HashMap<>(LedgerItem.of(alarm.cause()));
        item.putAll(AlarmItem.of(alarm));
        item.putAll(marks.of(alarm.cause().changeId()));
        return put(item);
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(table)
                                .item(item)
                                .conditionExpression(IS_NEW)
                                .returnValuesOnConditionCheckFailure(
                                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    /**
     * For an entry that does not change its item's level; empty if another write was in the way.
     */
    Optional<Recording> putAlone(LedgerEntry entry) {
        try {
            client.putItem(put ->
                    put.tableName(table)
                            .item(LedgerItem.of(entry))
                            .conditionExpression(IS_NEW)
                            .returnValuesOnConditionCheckFailure(
                                    ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Optional.of(Recording.RECORDED);
        } catch (ConditionalCheckFailedException e) {
            return Optional.of(compare(entry, e.item()));
        } catch (TransactionConflictException e) {
            return Optional.empty();
        }
    }

    Recording compare(LedgerEntry entry, Map<String, AttributeValue> first) {
        return LedgerItem.read(first).equals(entry) ? Recording.REPEATED : Recording.CONFLICT;
    }

    /** What happened to an item, the latest first, as far as the index shows it. */
    LedgerPage read(StockItem item, int limit, @Nullable LedgerPosition after) {
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName(ITEM_INDEX)
                        .keyConditionExpression("#item = :item")
                        .expressionAttributeNames(Map.of("#item", "item"))
                        .expressionAttributeValues(Map.of(":item", fromS(LedgerItem.itemKey(item))))
                        .scanIndexForward(false)
                        .limit(limit + 1);
        if (after != null) {
            query.exclusiveStartKey(LedgerItem.keys(item, after));
        }
        return LedgerPage.of(
                client.query(query.build()).items().stream().map(LedgerItem::read).toList(), limit);
    }

    /**
     * The moves behind the level's last count that the index shows. It may be behind the table: it
     * shows all of them when it shows as many as the level has.
     */
    List<StockMoved> movesSince(StockLevel level) {
        CountMark lastCount = level.lastCount();
        // Every time begins with a digit: "0" is before them all.
        String behind = lastCount == null ? "0" : LedgerItem.behind(lastCount.at());
        QueryRequest query =
                QueryRequest.builder()
                        .tableName(table)
                        .indexName(ITEM_INDEX)
                        .keyConditionExpression("#item = :item AND occurred > :behind")
                        .expressionAttributeNames(Map.of("#item", "item"))
                        .expressionAttributeValues(
                                Map.of(
                                        ":item",
                                        fromS(LedgerItem.itemKey(level.item())),
                                        ":behind",
                                        fromS(behind)))
                        .build();
        return client.queryPaginator(query).items().stream()
                .map(LedgerItem::read)
                .filter(StockMoved.class::isInstance)
                .map(StockMoved.class::cast)
                .toList();
    }
}
