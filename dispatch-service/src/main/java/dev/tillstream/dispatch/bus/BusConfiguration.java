package dev.tillstream.dispatch.bus;

import dev.tillstream.consumer.outbox.OutboxConfiguration;
import dev.tillstream.consumer.outbox.RelayLifecycle;
import dev.tillstream.dispatch.order.OrderDesk;
import dev.tillstream.dispatch.order.Orders;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the orders to the bus. */
@Configuration(proxyBeanMethods = false)
@Import(OutboxConfiguration.class)
class BusConfiguration {

    @Bean
    OrderOutbox orderOutbox(Orders orders) {
        return new OrderOutbox(orders);
    }

    @Bean
    OrderDesk orderDesk(
            Orders orders, OrderOutbox outbox, RelayLifecycle relay, InstantSource clock) {
        return new OrderDesk(orders, order -> relay.offer(outbox.parcel(order)), clock);
    }
}
