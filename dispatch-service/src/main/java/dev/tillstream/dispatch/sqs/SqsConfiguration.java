package dev.tillstream.dispatch.sqs;

import dev.tillstream.consumer.sqs.ListenerContainers;
import dev.tillstream.consumer.sqs.MessageWatch;
import dev.tillstream.consumer.sqs.QueueGauges;
import dev.tillstream.consumer.sqs.QueueHealthIndicator;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.dispatch.order.OrderDesk;
import io.awspring.cloud.sqs.config.SqsMessageListenerContainerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
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
    MessageWatch messageWatch(SqsSettings settings, InstantSource clock, MeterRegistry meters) {
        return new MessageWatch(settings, clock, meters);
    }

    @Bean
    QueueGauges queueGauges(SqsAsyncClient client, SqsSettings settings, MeterRegistry meters) {
        return new QueueGauges(client, settings.queue(), meters);
    }

    @Bean
    SqsMessageListenerContainerFactory<Object> defaultSqsListenerContainerFactory(
            SqsAsyncClient client, SqsSettings settings, MessageWatch watch) {
        return ListenerContainers.of(client, settings, "sale-", watch);
    }
}
