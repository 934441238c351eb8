package dev.tillstream.warehouse.sqs;

import dev.tillstream.consumer.sqs.EventIntake;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.warehouse.stock.LedgerEntry;
import dev.tillstream.warehouse.stock.Recording;
import dev.tillstream.warehouse.stock.StockBook;
import io.awspring.cloud.sqs.annotation.SqsListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Locale;

/** Writes down what a message says about stock. */
final class StockListener {

    private final StockBook book;
    private final EventIntake intake;

    StockListener(EventCodec codec, StockBook book, MeterRegistry registry) {
        this.book = book;
        intake =
                new EventIntake(
                        codec,
                        registry,
                        "tillstream.warehouse.messages",
                        Arrays.stream(Recording.values()).map(StockListener::outcome).toList());
    }

    @SqsListener("${tillstream.warehouse.sqs.queue}")
    void receive(String body) {
        intake.take(body, this::handle);
    }

    private String handle(StoreEvent event) {
        return LedgerEntry.of(event)
                .map(book::record)
                .map(StockListener::outcome)
                .orElse(EventIntake.IGNORED);
    }

    private static String outcome(Recording recording) {
        return recording.name().toLowerCase(Locale.ROOT);
    }
}
