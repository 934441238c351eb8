package dev.tillstream.local.benchmarks.analytics;

import dev.tillstream.access.key.Role;
import dev.tillstream.local.benchmarks.EmbeddedAws;
import dev.tillstream.local.testing.process.ServiceProcess;
import dev.tillstream.producer.kinesis.KinesisApi;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** One embedded AWS, and what is started beside it. */
record Bench(Path root, EmbeddedAws aws) {

    /** As {@code ./run} starts it, with the rhythm of production. */
    ServiceProcess start() {
        return ServiceProcess.start(
                root,
                "analytics-service",
                aws.endpoint(),
                List.of("-Xmx256m", "-Xmn44m", "-XX:SurvivorRatio=3"),
                Map.of(
                        "TILLSTREAM_ANALYTICS_EVENTDATA_ENABLED", "false",
                        "TILLSTREAM_ANALYTICS_SHARD_FLUSHINTERVAL", "2s",
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
        return new Rows(analytics.address(), aws.keys().create(Role.READER).key().reveal());
    }
}
