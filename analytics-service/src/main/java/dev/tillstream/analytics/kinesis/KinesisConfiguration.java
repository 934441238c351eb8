package dev.tillstream.analytics.kinesis;

import dev.tillstream.analytics.kinesis.unread.UnreadRecords;
import dev.tillstream.analytics.shard.ShardProcessors;
import dev.tillstream.analytics.view.Views;
import dev.tillstream.analytics.watch.Watchdog;
import dev.tillstream.analytics.watch.WatchdogHealth;
import dev.tillstream.analytics.watch.WatchdogRounds;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;

/** Reads streams with KCL. */
@Configuration(proxyBeanMethods = false)
class KinesisConfiguration {

    private static final Logger log = LoggerFactory.getLogger(KinesisConfiguration.class);

    /** Shards that come and go with each split must not fill the memory with their meters. */
    @Bean
    static MeterFilter shardsOfKcl() {
        return MeterFilter.maximumAllowableTags("kcl", "shard", 1000, MeterFilter.deny());
    }

    @Bean
    SchedulerFactory schedulerFactory(
            KinesisAsyncClient kinesis,
            DynamoDbAsyncClient dynamo,
            CloudWatchAsyncClient cloudWatch,
            KinesisSettings settings,
            MeterRegistry registry) {
        String workerId =
                settings.workerId().isEmpty() ? UUID.randomUUID().toString() : settings.workerId();
        return new SchedulerFactory(
                kinesis,
                dynamo,
                cloudWatch,
                new LeaseSeeder(dynamo, workerId),
                settings,
                workerId,
                registry);
    }

    @Bean
    StreamConsumers streamConsumers(
            Views views,
            KinesisSettings settings,
            SchedulerFactory schedulers,
            ShardProcessors processors,
            KinesisAsyncClient kinesis,
            DynamoDbClient dynamo,
            InstantSource clock,
            MeterRegistry registry,
            ApplicationContext application) {
        return new StreamConsumers(
                views.streams().stream()
                        .map(settings::stream)
                        .map(stream ->
                                new StreamConsumer(
                                        stream,
                                        schedulers,
                                        processors,
                                        new Shards(kinesis, stream.name()),
                                        settings.stopTimeout(),
                                        new ReadClock(clock),
                                        UnreadRecords.of(
                                                stream.name(),
                                                stream.logical(),
                                                stream.application(),
                                                kinesis,
                                                dynamo,
                                                clock,
                                                registry),
                                        reason -> breakDown(application, reason)))
                        .toList());
    }

    @Bean
    KinesisHealth kinesisHealthIndicator(StreamConsumers consumers) {
        return new KinesisHealth(consumers.list());
    }

    @Bean
    ReadingHealth readingHealthIndicator(StreamConsumers consumers, KinesisSettings settings) {
        return new ReadingHealth(consumers.list(), settings.stalled(), settings.leases().seed());
    }

    @Bean
    Watchdog watchdog(StreamConsumers consumers, KinesisSettings settings, MeterRegistry registry) {
        return new Watchdog(List.copyOf(consumers.list()), settings.stuck(), registry);
    }

    @Bean
    WatchdogRounds watchdogRounds(Watchdog watchdog) {
        return new WatchdogRounds(watchdog);
    }

    @Bean
    WatchdogHealth consumersHealthIndicator(Watchdog watchdog) {
        return new WatchdogHealth(watchdog);
    }

    /** Whoever runs this process is told to start it again. */
    private static void breakDown(ApplicationContext application, String reason) {
        log.error("Broken: {}", reason);
        AvailabilityChangeEvent.publish(application, LivenessState.BROKEN);
    }
}
