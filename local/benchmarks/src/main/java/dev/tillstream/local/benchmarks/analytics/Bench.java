package dev.tillstream.local.benchmarks.analytics;

import dev.tillstream.access.key.Role;
import dev.tillstream.local.benchmarks.EmbeddedAws;
import dev.tillstream.local.testing.process.ServiceProcess;
import dev.tillstream.producer.kinesis.KinesisApi;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** One embedded AWS, and what is started beside it. */
record Bench(Path root, EmbeddedAws aws) {

    /**
     * As {@code ./run} starts it, without EventData.
     *
     * @param rhythm settings beside those of a desk
     */
    ServiceProcess start(Map<String, String> rhythm) {
        Map<String, String> settings = new HashMap<>(rhythm);
        settings.put("TILLSTREAM_ANALYTICS_EVENTDATA_ENABLED", "false");
        return ServiceProcess.start(
                root,
                "analytics-service",
                aws.endpoint(),
                List.of("-Xmx108m", "-Xmn24m", "-XX:SurvivorRatio=3"),
                settings);
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
