package dev.tillstream.warehouse.bus;

import dev.tillstream.warehouse.stock.LedgerEntry;
import dev.tillstream.warehouse.stock.alarm.Alarm;
import dev.tillstream.warehouse.stock.alarm.Crossing;
import java.util.Locale;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The detail of a stock-event.
 *
 * @param requestId the same for each repeat: the change's id and the alert
 */
@JsonNaming(SnakeCaseStrategy.class)
record StockEventBody(
        String requestId,
        String storeId,
        String name,
        String category,
        String sku,
        String alert,
        long level,
        long threshold,
        long version,
        String changeId) {

    static StockEventBody of(Alarm alarm, Crossing crossing) {
        LedgerEntry cause = alarm.cause();
        String alert = crossing.alert().name().toLowerCase(Locale.ROOT);
        return new StockEventBody(
                cause.changeId() + "-" + alert,
                cause.item().storeId().value(),
                cause.product().name(),
                cause.product().category(),
                cause.item().sku().value(),
                alert,
                alarm.level(),
                crossing.threshold(),
                alarm.version(),
                cause.changeId());
    }
}
