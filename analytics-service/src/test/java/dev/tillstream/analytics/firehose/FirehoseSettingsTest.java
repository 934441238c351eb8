package dev.tillstream.analytics.firehose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.SettingsSource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FirehoseSettingsTest {

    private static final String PREFIX = "tillstream.analytics.firehose";

    @Test
    void hasDefaultsThatTheShippedFileSpellsOut() {
        var defaults =
                new FirehoseSettings(
                        "tillstream-",
                        4,
                        Duration.ofMillis(100),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5));
        assertThat(SettingsSource.defaults(FirehoseSettings.class, PREFIX)).isEqualTo(defaults);
        assertThat(SettingsSource.shipped(FirehoseSettings.class, PREFIX)).isEqualTo(defaults);
    }

    @Test
    void isNamed() {
        assertThat(
                        SettingsSource.given(
                                FirehoseSettings.class,
                                PREFIX,
                                Map.of(
                                        PREFIX + ".prefix", "d",
                                        PREFIX + ".attempts", "1",
                                        PREFIX + ".first-backoff", "2ms",
                                        PREFIX + ".longest-backoff", "3ms",
                                        PREFIX + ".pause", "4ms")))
                .isEqualTo(
                        new FirehoseSettings(
                                "d",
                                1,
                                Duration.ofMillis(2),
                                Duration.ofMillis(3),
                                Duration.ofMillis(4)));
    }
}
