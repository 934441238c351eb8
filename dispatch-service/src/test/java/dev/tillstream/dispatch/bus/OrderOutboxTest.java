package dev.tillstream.dispatch.bus;

import static dev.tillstream.dispatch.order.SaleFixture.NOW;
import static dev.tillstream.dispatch.order.SaleFixture.order;
import static dev.tillstream.dispatch.order.SaleFixture.sale;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.contract.OtherEvent;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.dispatch.order.InMemoryOrders;
import dev.tillstream.dispatch.order.Move;
import dev.tillstream.dispatch.order.Order;
import dev.tillstream.publisher.OutgoingEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderOutboxTest {

    private final OrderOutbox outbox = new OrderOutbox(new InMemoryOrders());

    @Test
    void tellsEachStepThatTheBusWasNotToldOf() {
        Order picked = order(sale("r-1")).after(Move.PICK, NOW.plusSeconds(5)).orElseThrow();

        List<OutgoingEvent> events = outbox.parcel(picked).events();

        assertThat(events).extracting(OutgoingEvent::detailType).containsOnly("order-events");
        assertThat(events).extracting(OutgoingEvent::source).containsOnly("tillstream.dispatch");
        assertThat(events).extracting(OutgoingEvent::time).containsExactly(NOW, NOW.plusSeconds(5));
        assertThat(events.getLast().detail())
                .isEqualTo(
                        """
                        {"request_id":"%1$s-2","store_id":"United Kingdom","order_id":"%1$s",\
                        "version":2,"status":"PICKED","sale_request_id":"r-1",\
                        "name":"WHITE HANGING HEART T-LIGHT HOLDER","category":"Home",\
                        "sku":"85123A","quantity":6}\
                        """
                                .formatted(picked.id()));
    }

    @Test
    void tellsTheSameWhenItTellsAgain() {
        Order placed = order(sale("r-1"));

        assertThat(outbox.parcel(placed).events()).isEqualTo(outbox.parcel(placed).events());
    }

    @Test
    void tellsWhatTheContractKnows() {
        OutgoingEvent told = outbox.parcel(order(sale("r-1"))).events().getFirst();

        StoreEvent read =
                new EventCodec()
                        .decode(
                                "{\"detail-type\":\"%s\",\"time\":\"%s\",\"detail\":%s}"
                                        .formatted(told.detailType(), told.time(), told.detail())
                                        .getBytes(UTF_8));

        assertThat(read).isInstanceOf(OtherEvent.class);
        assertThat(read.requestId().value()).endsWith("-1");
    }
}
