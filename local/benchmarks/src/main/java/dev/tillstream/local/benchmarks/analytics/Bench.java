package dev.tillstream.local.benchmarks.analytics;

import dev.tillstream.access.dynamodb.KeyTable;
import dev.tillstream.access.key.KeyOffice;
import dev.tillstream.access.key.Role;
import dev.tillstream.local.benchmarks.EmbeddedAws;
import dev.tillstream.local.testing.process.ServiceProcess;
import dev.tillstream.producer.kinesis.KinesisApi;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** One embedded AWS, and what is started beside it. */
record Bench(Path root, EmbeddedAws aws) {

    /** With the heap of {@code ./run}, and the rhythm of production. */
    ServiceProcess start() {
        return ServiceProcess.start(
                root,
                "analytics-service",
                aws.endpoint(),
                "256m",
                Map.of(
                        "TILLSTREAM_ANALYTICS_EVENTDATA_ENABLED", "false",
                        "TILLSTREAM_ANALYTICS_KINESIS_POLLINTERVAL", "1s"));
    }

    Stream stream(KinesisApi api, int stores) {
        KinesisClient client =
                aws.client(
                        KinesisClient.builder()
                                .overrideConfiguration(override ->
                                        override.retryStrategy(AwsRetryStrategy.doNotRetry())));
        return new Stream(client, api, stores);
    }

    Rows rows(ServiceProcess analytics) {
        KeyOffice keys =
                new KeyOffice(
                        new KeyTable(aws.client(DynamoDbClient.builder()), "tillstream-store-keys"),
                        InstantSource.system(),
                        new SecureRandom());
        return new Rows(analytics.address(), keys.create(Role.READER).key().reveal());
    }

    Duration awsCpu() {
        return aws.process().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @FunctionalInterface
    interface Condition {
        boolean holds() throws InterruptedException;
    }

    /** Waits for something to come true. */
    static void await(String what, Duration bound, Condition condition)
            throws InterruptedException {
        long end = System.nanoTime() + bound.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(what + " did not come within " + bound);
            }
            Thread.sleep(100);
        }
    }
}
