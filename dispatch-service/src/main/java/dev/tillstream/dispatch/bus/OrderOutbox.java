package dev.tillstream.dispatch.bus;

import dev.tillstream.dispatch.order.Order;
import dev.tillstream.dispatch.order.Orders;
import dev.tillstream.publisher.OutgoingEvent;
import dev.tillstream.publisher.outbox.Outbox;
import dev.tillstream.publisher.outbox.Parcel;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The orders' own items are the outbox: an event is made of a step in an order's history, the same
 * each time.
 */
final class OrderOutbox implements Outbox {

    private static final String SOURCE = "tillstream.dispatch";
    private static final String DETAIL_TYPE = "order-events";

    private final JsonMapper json = JsonMapper.builder().build();
    private final Orders orders;

    OrderOutbox(Orders orders) {
        this.orders = orders;
    }

    @Override
    public List<Parcel> takeOverdue(int limit) {
        return orders.takeUnannounced(limit).stream()
                .filter(order -> order.announced() < order.version())
                .map(this::parcel)
                .toList();
    }

    Parcel parcel(Order order) {
        return new Parcel(
                IntStream.rangeClosed(order.announced() + 1, order.version())
                        .mapToObj(version -> event(order, version))
                        .toList(),
                () -> orders.announced(order));
    }

    private OutgoingEvent event(Order order, int version) {
        return new OutgoingEvent(
                SOURCE,
                DETAIL_TYPE,
                json.writeValueAsString(OrderEventBody.of(order, version)),
                order.history().get(version - 1).at());
    }
}
