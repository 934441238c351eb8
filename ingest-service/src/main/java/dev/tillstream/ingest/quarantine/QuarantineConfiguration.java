package dev.tillstream.ingest.quarantine;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Is there only when a bucket is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${tillstream.ingest.quarantine.bucket}'.isEmpty()")
@EnableConfigurationProperties(QuarantineSettings.class)
class QuarantineConfiguration {

    private static final int INSTANCE_LENGTH = 8;

    @Bean
    S3Client quarantineClient() {
        return S3Client.builder()
                .httpClientBuilder(ApacheHttpClient.builder().maxConnections(2))
                .build();
    }

    @Bean
    Quarantine quarantine(
            S3Client client,
            QuarantineSettings settings,
            InstantSource clock,
            MeterRegistry meters) {
        Shelf shelf =
                (key, content) ->
                        client.putObject(
                                r ->
                                        r.bucket(settings.bucket())
                                                .key(key)
                                                .contentType("application/x-ndjson"),
                                RequestBody.fromBytes(content));
        String instance = UUID.randomUUID().toString().substring(0, INSTANCE_LENGTH);
        return new Quarantine(shelf, settings, instance, clock, meters);
    }

    /** Closed before the quarantine, which then puts the rest. */
    @Bean(destroyMethod = "close")
    ScheduledExecutorService quarantineFlushes(Quarantine quarantine, QuarantineSettings settings) {
        ScheduledExecutorService flushes =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("quarantine").daemon().factory());
        long every = settings.every().toMillis();
        var ignored =
                flushes.scheduleWithFixedDelay(
                        quarantine::flush, every, every, TimeUnit.MILLISECONDS);
        return flushes;
    }
}
