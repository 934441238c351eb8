package dev.tillstream.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.local.testing.process.ServiceProcess;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The service between a real stream and a real bucket, stopped and killed in mid-stream. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
final class RestartIT {

    private final SalesStream stream = new SalesStream();
    private final DataBucket bucket = new DataBucket();
    private final KeptEvents kept = new KeptEvents();

    private @Nullable ServiceProcess service;

    @AfterEach
    void close() {
        if (service != null) {
            service.kill();
        }
        stream.close();
        bucket.close();
        kept.close();
    }

    /** Some of the sales come as the Kinesis Producer Library sends them. */
    @Test
    void publishesExactRowsThroughStopsAndStarts() {
        var day = new Day("stopped " + Instant.now() + " ");
        service = Analytics.start();
        stream.put(day.sell(2000, Instant.now()));
        service.stop();
        stream.putAggregated(day.sell(2000, Instant.now()));
        service = Analytics.start();
        stream.put(day.sell(2000, Instant.now()));
        awaitRows(day);
        assertThat(service.metric("kcl.records.processed", "stream:sales-events")).isPositive();
        assertThat(service.metric("tillstream.analytics.expired")).isZero();
        service.stop();
    }

    @Test
    void publishesExactRowsThroughKillsInMidStream() {
        var day = new Day("killed " + Instant.now() + " ");
        for (int i = 0; i < 3; i++) {
            service = Analytics.start();
            int before = Analytics.recordsRead(service);
            stream.put(day.sell(3000, Instant.now()));
            awaitReading(before);
            service.kill();
        }
        service = Analytics.start();
        awaitRows(day);
        // Rows may be out before the last records are read again.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(kept.of(day.stores())).isEqualTo(day.requests()));
    }

    private void awaitReading(int before) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Analytics.recordsRead(service) > before);
    }

    private void awaitRows(Day day) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () -> assertThat(bucket.totals(day.stores())).isEqualTo(day.totals()));
    }
}
