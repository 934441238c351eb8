package dev.tillstream.dispatch.sqs;

import dev.tillstream.consumer.sqs.EventIntake;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.dispatch.order.Order;
import dev.tillstream.dispatch.order.Orders;
import dev.tillstream.dispatch.order.Placement;
import io.awspring.cloud.sqs.annotation.SqsListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Locale;

/** Places the order that a message asks for. */
final class SaleListener {

    private final Orders orders;
    private final EventIntake intake;

    SaleListener(EventCodec codec, Orders orders, MeterRegistry registry) {
        this.orders = orders;
        intake =
                new EventIntake(
                        codec,
                        registry,
                        "tillstream.dispatch.messages",
                        Arrays.stream(Placement.values()).map(SaleListener::outcome).toList());
    }

    @SqsListener("${tillstream.dispatch.sqs.queue}")
    void receive(String body) {
        intake.take(body, this::handle);
    }

    /** A return, and an event that is no sale, have nothing to ship. */
    private String handle(StoreEvent event) {
        return Order.askedForBy(event)
                .map(orders::place)
                .map(SaleListener::outcome)
                .orElse(EventIntake.IGNORED);
    }

    private static String outcome(Placement placement) {
        return placement.name().toLowerCase(Locale.ROOT);
    }
}
