package dev.tillstream.analytics.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.SettingsSource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LiveSettingsTest {

    private static final String PREFIX = "tillstream.analytics.live";

    @Test
    void hasDefaultsThatTheShippedFileSpellsOut() {
        var defaults =
                new LiveSettings(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(30),
                        Duration.ofHours(1),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(5),
                        100,
                        5000,
                        2000);
        assertThat(SettingsSource.defaults(LiveSettings.class, PREFIX)).isEqualTo(defaults);
        assertThat(SettingsSource.shipped(LiveSettings.class, PREFIX)).isEqualTo(defaults);
    }

    @Test
    void isNamed() {
        assertThat(
                        SettingsSource.given(
                                LiveSettings.class,
                                PREFIX,
                                Map.of(
                                        PREFIX + ".poll", "100ms",
                                        PREFIX + ".running", "100ms",
                                        PREFIX + ".overlap", "30s",
                                        PREFIX + ".backlog", "1h",
                                        PREFIX + ".heartbeat", "5s",
                                        PREFIX + ".longest", "5m",
                                        PREFIX + ".watchers", "2",
                                        PREFIX + ".queue", "10",
                                        PREFIX + ".windows", "4")))
                .isEqualTo(LiveFixture.SETTINGS);
    }
}
