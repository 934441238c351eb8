package dev.tillstream.dispatch.sqs;

import dev.tillstream.consumer.sqs.QueueConfiguration;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.dispatch.order.OrderDesk;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the queue to the orders. */
@Configuration(proxyBeanMethods = false)
@Import(QueueConfiguration.class)
class SqsConfiguration {

    @Bean
    SaleListener saleListener(OrderDesk desk, MeterRegistry meters) {
        return new SaleListener(new EventCodec(), desk, meters);
    }
}
