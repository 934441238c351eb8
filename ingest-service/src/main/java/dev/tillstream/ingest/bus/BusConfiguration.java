package dev.tillstream.ingest.bus;

import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.ingest.intake.Bus;
import dev.tillstream.publisher.EventPublisher;
import dev.tillstream.publisher.Sleeper;
import dev.tillstream.publisher.shared.SharedPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/**
 * Builds the bus on a client that finds endpoint, region and credentials by the SDK's own rules.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BusSettings.class)
class BusConfiguration {

    @Bean
    EventBridgeClient eventBridgeClient(BusSettings settings) {
        return EventBridgeClient.builder()
                .httpClientBuilder(
                        ApacheHttpClient.builder().maxConnections(settings.connections()))
                .overrideConfiguration(o ->
                        // The publisher retries: it knows which events failed.
                        o.retryStrategy(AwsRetryStrategy.doNotRetry())
                                .apiCallTimeout(settings.timeout()))
                .build();
    }

    @Bean
    EventPublisher eventPublisher(EventBridgeClient client, BusSettings settings) {
        return new EventPublisher(
                client,
                settings.publisher(),
                () -> ThreadLocalRandom.current().nextLong(),
                Sleeper.THREAD);
    }

    /** Closed after the web server has answered its last request, and before the client. */
    @Bean(destroyMethod = "close")
    SharedPublisher sharedPublisher(
            EventPublisher publisher, BusSettings settings, MeterRegistry meters) {
        BusMeters observer = new BusMeters(meters);
        FailureLog log = new FailureLog(System::nanoTime);
        SharedPublisher shared =
                new SharedPublisher(
                        events -> log.watch(publisher.publish(events)),
                        settings.sharing(),
                        System::nanoTime,
                        observer);
        observer.watch(shared);
        return shared;
    }

    @Bean
    Bus bus(SharedPublisher publisher, EventCodec codec, BusSettings settings) {
        return new EventBridgeBus(publisher::publish, codec, settings.source());
    }

    /** Its name in the health endpoint is {@code queue}. */
    @Bean
    QueueHealthIndicator queueHealthIndicator(SharedPublisher publisher, BusSettings settings) {
        return new QueueHealthIndicator(publisher::depth, settings.sharing());
    }

    /** Its name in the health endpoint is {@code bus}. */
    @Bean
    BusHealthIndicator busHealthIndicator(EventBridgeClient client, BusSettings settings) {
        return new BusHealthIndicator(client, settings);
    }
}
