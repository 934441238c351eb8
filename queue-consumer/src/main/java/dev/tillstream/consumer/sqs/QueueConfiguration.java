package dev.tillstream.consumer.sqs;

import io.awspring.cloud.sqs.config.SqsMessageListenerContainerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/**
 * Polls a service's queue for its {@code @SqsListener}; the service imports it and brings its
 * {@link QueueSettings}.
 */
@Configuration(proxyBeanMethods = false)
public class QueueConfiguration {

    /** Its name in the health endpoint is {@code queue}. */
    @Bean
    HealthIndicator queueHealthIndicator(SqsAsyncClient client, QueueSettings settings) {
        return new QueueHealthIndicator(client, settings.queue());
    }

    @Bean
    MessageWatch messageWatch(QueueSettings settings, InstantSource clock, MeterRegistry meters) {
        return new MessageWatch(settings, clock, meters);
    }

    @Bean
    QueueGauges queueGauges(SqsAsyncClient client, QueueSettings settings, MeterRegistry meters) {
        return new QueueGauges(client, settings.queue(), meters);
    }

    @Bean
    SqsMessageListenerContainerFactory<Object> defaultSqsListenerContainerFactory(
            SqsAsyncClient client, QueueSettings settings, MessageWatch watch) {
        return ListenerContainers.of(client, settings, watch);
    }
}
