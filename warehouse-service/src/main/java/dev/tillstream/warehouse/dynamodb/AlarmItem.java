package dev.tillstream.warehouse.dynamodb;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import dev.tillstream.warehouse.stock.alarm.Alarm;
import dev.tillstream.warehouse.stock.alarm.Alert;
import dev.tillstream.warehouse.stock.alarm.Crossing;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An alarm as the ledger's table holds it: more attributes of the entry that raised it. */
final class AlarmItem {

    private AlarmItem() {}

    static Map<String, AttributeValue> of(Alarm alarm) {
        return Map.of(
                "crossed", fromL(alarm.crossings().stream().map(AlarmItem::of).toList()),
                "level", fromN(Long.toString(alarm.level())),
                "version", fromN(Long.toString(alarm.version())));
    }

    static Alarm read(Map<String, AttributeValue> attributes) {
        Item item = new Item(attributes);
        return new Alarm(
                LedgerItem.read(attributes),
                item.list("crossed").stream().map(AlarmItem::crossing).toList(),
                Long.parseLong(item.number("level")),
                Long.parseLong(item.number("version")));
    }

    private static AttributeValue of(Crossing crossing) {
        return fromM(
                Map.of(
                        "alert", fromS(crossing.alert().name()),
                        "threshold", fromN(Long.toString(crossing.threshold()))));
    }

    private static Crossing crossing(AttributeValue crossing) {
        Item item = new Item(crossing.m());
        return new Crossing(
                Alert.valueOf(item.text("alert")), Long.parseLong(item.number("threshold")));
    }
}
