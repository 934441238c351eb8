package dev.tillstream.consumer.outbox;

import dev.tillstream.publisher.EventPublisher;
import dev.tillstream.publisher.PublisherSettings;
import dev.tillstream.publisher.RetrySettings;
import dev.tillstream.publisher.Sleeper;
import dev.tillstream.publisher.outbox.Outbox;
import dev.tillstream.publisher.outbox.OutboxRelay;
import dev.tillstream.publisher.outbox.RelaySettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Brings what a service's {@link Outbox} holds to the bus; the service imports it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxSettings.class)
public class OutboxConfiguration {

    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final Duration DRAIN = Duration.ofSeconds(5);

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    EventBridgeClient eventBridgeClient(OutboxSettings settings) {
        return EventBridgeClient.builder()
                .httpClientBuilder(ApacheHttpClient.builder().maxConnections(settings.workers()))
                .overrideConfiguration(o ->
                        // The publisher retries: it knows which events failed.
                        o.retryStrategy(AwsRetryStrategy.doNotRetry())
                                .apiCallTimeout(settings.timeout()))
                .build();
    }

    @Bean
    RelayLifecycle outboxRelay(
            Outbox outbox,
            EventBridgeClient client,
            OutboxSettings settings,
            MeterRegistry registry) {
        var publisher =
                new EventPublisher(
                        client,
                        new PublisherSettings(settings.bus()),
                        () -> ThreadLocalRandom.current().nextLong(),
                        Sleeper.THREAD);
        var relay =
                new OutboxRelay(
                        outbox,
                        publisher,
                        new RelaySettings(
                                settings.workers(),
                                settings.linger(),
                                settings.capacity(),
                                settings.sweep(),
                                new RetrySettings(1, FIRST_REST, settings.longestRest()),
                                DRAIN),
                        new MicrometerRelayMeter(registry));
        return new RelayLifecycle(relay);
    }
}
