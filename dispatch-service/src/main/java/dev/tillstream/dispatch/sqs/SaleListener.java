package dev.tillstream.dispatch.sqs;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.dispatch.order.Order;
import dev.tillstream.dispatch.order.Orders;
import io.awspring.cloud.sqs.annotation.SqsListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;

/**
 * Places the order that a message asks for. A message is acknowledged when this returns, and never
 * when it throws: what can't be handled ends in the dead-letter queue by the queue's redrive.
 */
final class SaleListener {

    private final EventCodec codec;
    private final Orders orders;
    private final MessageMeters meters;

    SaleListener(EventCodec codec, Orders orders, MeterRegistry registry) {
        this.codec = codec;
        this.orders = orders;
        this.meters = new MessageMeters(registry);
    }

    @SqsListener("${tillstream.dispatch.sqs.queue}")
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
        return Order.askedForBy(event)
                .map(orders::place)
                .map(MessageOutcome::of)
                .orElse(MessageOutcome.IGNORED);
    }
}
