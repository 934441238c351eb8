package dev.tillstream.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.testing.LocalAwsExtension;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;

/** Sales that the stream drops while nobody reads it. */
@ExtendWith(LocalAwsExtension.class)
final class LostRecordsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** The embedded AWS keeps 64 MB of records, those of all streams together. */
    private static final int CALLS = 9;

    private static final int MEGABYTES = 8;

    private final SalesStream stream = new SalesStream();
    private @Nullable InProcess service;

    @AfterEach
    void close() {
        if (service != null) {
            service.close();
        }
        stream.close();
    }

    @Test
    void areNoticedWhenReadingGoesOn() {
        var day = new Day("lost " + Instant.now() + " ");
        service = InProcess.start(Object.class);
        stream.put(day.sell(10, Instant.now()));
        await().atMost(SOON).until(() -> counter("records") >= 10);
        service.close();

        stream.put(day.sell(10, Instant.now()));
        dropAllRecords();
        service = InProcess.start(Object.class);
        // One of each shard that had records.
        await().atMost(SOON).until(() -> counter("expired") > 0);
        assertThat(service.bean(MeterRegistry.class).get("tillstream.analytics.retention").gauges())
                .extracting(Gauge::value)
                .contains((double) Duration.ofHours(24).toMillis());
    }

    private double counter(String name) {
        return service.bean(MeterRegistry.class)
                .get("tillstream.analytics." + name)
                .tag("stream", "sales-events")
                .counter()
                .count();
    }

    /** By a stream that takes all the memory there is for records. */
    private static void dropAllRecords() {
        String name = "filler-" + UUID.randomUUID();
        var record =
                PutRecordsRequestEntry.builder()
                        .partitionKey("filler")
                        .data(SdkBytes.fromByteArray(new byte[(1 << 20) - 6]))
                        .build();
        try (KinesisClient kinesis =
                KinesisClient.builder().httpClientBuilder(ApacheHttpClient.builder()).build()) {
            kinesis.createStream(create -> create.streamName(name).shardCount(1));
            for (int call = 0; call < CALLS; call++) {
                kinesis.putRecords(put ->
                        put.streamName(name).records(Collections.nCopies(MEGABYTES, record)));
            }
            kinesis.deleteStream(delete -> delete.streamName(name));
        }
    }
}
