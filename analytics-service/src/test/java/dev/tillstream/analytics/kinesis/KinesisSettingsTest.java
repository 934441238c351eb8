package dev.tillstream.analytics.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.analytics.SettingsSource;
import dev.tillstream.analytics.kinesis.KinesisSettings.Leases;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

final class KinesisSettingsTest {

    private static final String PREFIX = "tillstream.analytics.kinesis";

    private static final KinesisSettings DEFAULTS =
            new KinesisSettings(
                    "tillstream-",
                    "tillstream-analytics-",
                    "",
                    Duration.ofMillis(500),
                    10_000,
                    DataSize.ofKilobytes(1200),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(5),
                    new Leases(
                            Duration.ofSeconds(4),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(4),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(3),
                            Duration.ofSeconds(60),
                            Duration.ofSeconds(10),
                            false));

    @Test
    void hasDefaultsThatTheShippedFileSpellsOut() {
        assertThat(SettingsSource.defaults(KinesisSettings.class, PREFIX)).isEqualTo(DEFAULTS);
        assertThat(SettingsSource.shipped(KinesisSettings.class, PREFIX)).isEqualTo(DEFAULTS);
    }

    @Test
    void hurriesOnlyAtADesk() {
        KinesisSettings local = SettingsSource.local(KinesisSettings.class, PREFIX);
        assertThat(local.leases())
                .isEqualTo(
                        new Leases(
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(6),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(1),
                                Duration.ofMillis(500),
                                true));
        assertThat(local.pollInterval()).hasMillis(200);
        assertThat(local.stalled()).hasSeconds(10);
        assertThat(local.stream("sales-events"))
                .isEqualTo(
                        new SourceStream(
                                "sales-events",
                                "tillstream-sales-events",
                                "tillstream-analytics-sales-events"));
    }

    @Test
    void isNamed() {
        Map<String, String> properties = new HashMap<>();
        properties.put("stream-prefix", "s");
        properties.put("application-prefix", "a");
        properties.put("worker-id", "w");
        properties.put("poll-interval", "1s");
        properties.put("max-records", "2");
        properties.put("max-read", "3KB");
        properties.put("stop-timeout", "3s");
        properties.put("stalled", "11s");
        properties.put("stuck", "12s");
        properties.put("leases.failover", "4s");
        properties.put("leases.assignment", "5s");
        properties.put("leases.leader", "6s");
        properties.put("leases.leader-heartbeat", "7s");
        properties.put("leases.worker-metrics", "8s");
        properties.put("leases.shard-sync", "9s");
        properties.put("leases.parent-poll", "10s");
        properties.put("leases.seed", "true");
        Map<String, String> prefixed = new HashMap<>();
        properties.forEach((name, value) -> prefixed.put(PREFIX + "." + name, value));
        assertThat(SettingsSource.given(KinesisSettings.class, PREFIX, prefixed))
                .isEqualTo(
                        new KinesisSettings(
                                "s",
                                "a",
                                "w",
                                Duration.ofSeconds(1),
                                2,
                                DataSize.ofKilobytes(3),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(11),
                                Duration.ofSeconds(12),
                                new Leases(
                                        Duration.ofSeconds(4),
                                        Duration.ofSeconds(5),
                                        Duration.ofSeconds(6),
                                        Duration.ofSeconds(7),
                                        Duration.ofSeconds(8),
                                        Duration.ofSeconds(9),
                                        Duration.ofSeconds(10),
                                        true)));
    }

    @Test
    void refusesAReadThatBringsNothing() {
        assertThatThrownBy(() ->
                        SettingsSource.given(
                                KinesisSettings.class, PREFIX, Map.of(PREFIX + ".max-read", "0B")))
                .rootCause()
                .hasMessage("max-read: must be at least one byte: 0B");
    }
}
