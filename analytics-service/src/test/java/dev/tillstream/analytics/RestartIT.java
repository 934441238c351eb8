package dev.tillstream.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.analytics.window.Totals;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.local.testing.LocalAwsExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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

    @Test
    void publishesExactRowsThroughStopsAndStarts() {
        var day = new Day("stopped " + Instant.now() + " ");
        service = ServiceProcess.start();
        stream.put(day.sell(2000, Instant.now()));
        service.stop();
        stream.put(day.sell(2000, Instant.now()));
        service = ServiceProcess.start();
        stream.put(day.sell(2000, Instant.now()));
        awaitRows(day);
        service.stop();
    }

    @Test
    void publishesExactRowsThroughKillsInMidStream() {
        var day = new Day("killed " + Instant.now() + " ");
        for (int i = 0; i < 3; i++) {
            service = ServiceProcess.start();
            int before = service.recordsRead();
            stream.put(day.sell(3000, Instant.now()));
            awaitReading(before);
            service.kill();
        }
        service = ServiceProcess.start();
        awaitRows(day);
        // Rows may be out before the last records are read again.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(kept.of(day.stores())).isEqualTo(day.requests()));
    }

    private void awaitReading(int before) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> service.recordsRead() > before);
    }

    private void awaitRows(Day day) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(published(day)).isEqualTo(day.totals()));
    }

    /** Without the late ones: how many are late is a matter of timing, not of exactness. */
    private Map<WindowId, Totals> published(Day day) {
        Map<WindowId, Totals> totals = new HashMap<>();
        bucket.rows(day.stores())
                .forEach((window, row) -> {
                    Totals row0 = row.totals();
                    totals.put(window, new Totals(row0.amount(), row0.events(), row0.returns(), 0));
                });
        return totals;
    }
}
