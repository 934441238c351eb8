package dev.tillstream.warehouse.bus;

import dev.tillstream.publisher.OutgoingEvent;
import dev.tillstream.publisher.outbox.Outbox;
import dev.tillstream.publisher.outbox.Parcel;
import dev.tillstream.warehouse.stock.alarm.Alarm;
import dev.tillstream.warehouse.stock.alarm.Alarms;
import dev.tillstream.warehouse.stock.alarm.Crossing;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The ledger is the outbox: an event is made of the entry that raised an alarm. */
final class AlarmOutbox implements Outbox {

    private static final String SOURCE = "tillstream.warehouse";
    private static final String DETAIL_TYPE = "stock-events";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Alarms alarms;

    AlarmOutbox(Alarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public List<Parcel> takeOverdue(int limit) {
        return alarms.takeUntold(limit).stream().map(this::parcel).toList();
    }

    Parcel parcel(Alarm alarm) {
        return new Parcel(
                alarm.crossings().stream().map(crossing -> event(alarm, crossing)).toList(),
                () -> alarms.told(alarm));
    }

    private OutgoingEvent event(Alarm alarm, Crossing crossing) {
        return new OutgoingEvent(
                SOURCE,
                DETAIL_TYPE,
                json.writeValueAsString(StockEventBody.of(alarm, crossing)),
                alarm.cause().occurred());
    }
}
