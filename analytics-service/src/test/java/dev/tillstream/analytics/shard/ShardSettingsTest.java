package dev.tillstream.analytics.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.SettingsSource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ShardSettingsTest {

    private static final String PREFIX = "tillstream.analytics.shard";

    @Test
    void hasDefaultsThatTheShippedFileSpellsOut() {
        var defaults =
                new ShardSettings(
                        Duration.ofSeconds(2),
                        5000,
                        Duration.ofSeconds(5),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(5));
        assertThat(SettingsSource.defaults(ShardSettings.class, PREFIX)).isEqualTo(defaults);
        assertThat(SettingsSource.shipped(ShardSettings.class, PREFIX)).isEqualTo(defaults);
    }

    @Test
    void isNamed() {
        assertThat(
                        SettingsSource.given(
                                ShardSettings.class,
                                PREFIX,
                                Map.of(
                                        PREFIX + ".flush-interval", "1s",
                                        PREFIX + ".flush-events", "2",
                                        PREFIX + ".sweep-interval", "3s",
                                        PREFIX + ".first-backoff", "4s",
                                        PREFIX + ".longest-backoff", "5s")))
                .isEqualTo(
                        new ShardSettings(
                                Duration.ofSeconds(1),
                                2,
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(5)));
    }
}
