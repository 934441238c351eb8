package dev.tillstream.dispatch.sqs;

import dev.tillstream.consumer.sqs.ListenerContainers;
import dev.tillstream.consumer.sqs.QueueHealthIndicator;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.dispatch.order.OrderDesk;
import io.awspring.cloud.sqs.config.SqsMessageListenerContainerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** Wires the queue to the orders. */
@Configuration(proxyBeanMethods = false)
class SqsConfiguration {

    @Bean
    SaleListener saleListener(OrderDesk desk, MeterRegistry meters) {
        return new SaleListener(new EventCodec(), desk, meters);
    }

    @Bean
    HealthIndicator queueHealthIndicator(SqsAsyncClient client, SqsSettings settings) {
        return new QueueHealthIndicator(client, settings.queue());
    }

    @Bean
    SqsMessageListenerContainerFactory<Object> defaultSqsListenerContainerFactory(
            SqsAsyncClient client, SqsSettings settings) {
        return ListenerContainers.of(client, settings, "sale-");
    }
}
