package dev.tillstream.dispatch.sqs;

import dev.tillstream.consumer.sqs.EventIntake;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.dispatch.order.OrderDesk;
import dev.tillstream.dispatch.order.Placement;
import io.awspring.cloud.sqs.annotation.SqsListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Locale;

/** Places the order that a message asks for. */
final class SaleListener {

    private final OrderDesk desk;
    private final EventIntake intake;

    SaleListener(EventCodec codec, OrderDesk desk, MeterRegistry registry) {
        this.desk = desk;
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
        return desk.take(event).map(SaleListener::outcome).orElse(EventIntake.IGNORED);
    }

    private static String outcome(Placement placement) {
        return placement.name().toLowerCase(Locale.ROOT);
    }
}
