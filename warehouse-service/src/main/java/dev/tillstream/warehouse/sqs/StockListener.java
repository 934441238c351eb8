package dev.tillstream.warehouse.sqs;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.warehouse.stock.LedgerEntry;
import dev.tillstream.warehouse.stock.StockBook;
import io.awspring.cloud.sqs.annotation.SqsListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;

/**
 * Writes down what a message says about stock. A message is acknowledged when this returns, and
 * never when it throws: what can't be handled ends in the dead-letter queue by the queue's redrive.
 */
final class StockListener {

    private final EventCodec codec;
    private final StockBook book;
    private final MessageMeters meters;

    StockListener(EventCodec codec, StockBook book, MeterRegistry registry) {
        this.codec = codec;
        this.book = book;
        this.meters = new MessageMeters(registry);
    }

    @SqsListener("${tillstream.warehouse.sqs.queue}")
    void receive(String body) {
        try {
            meters.count(handle(codec.decode(body.getBytes(StandardCharsets.UTF_8))));
        } catch (EventRejectedException e) {
            meters.count(MessageOutcome.UNDECODABLE);
            throw e;
        } catch (RuntimeException e) {
            meters.count(MessageOutcome.FAILED);
            throw e;
        }
    }

    private MessageOutcome handle(StoreEvent event) {
        return LedgerEntry.of(event)
                .map(book::record)
                .map(MessageOutcome::of)
                .orElse(MessageOutcome.IGNORED);
    }
}
