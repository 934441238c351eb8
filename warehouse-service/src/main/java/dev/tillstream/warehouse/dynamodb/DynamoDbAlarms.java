package dev.tillstream.warehouse.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tillstream.consumer.outbox.OutboxMarks;
import dev.tillstream.warehouse.stock.alarm.Alarm;
import dev.tillstream.warehouse.stock.alarm.Alarms;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The alarms whose entries in the ledger still have the marks of the outbox. */
record DynamoDbAlarms(DynamoDbClient client, String ledger, OutboxMarks marks) implements Alarms {

    @Override
    public List<Alarm> takeUntold(int limit) {
        return marks.takeOverdue(limit).stream().map(AlarmItem::read).toList();
    }

    @Override
    public void told(Alarm alarm) {
        client.updateItem(update ->
                update.tableName(ledger)
                        .key(Map.of(LedgerItem.CHANGE_ID, fromS(alarm.cause().changeId())))
                        .updateExpression("REMOVE outbox, outbox_due"));
    }
}
