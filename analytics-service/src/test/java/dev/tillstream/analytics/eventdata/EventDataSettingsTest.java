package dev.tillstream.analytics.eventdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.SettingsSource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EventDataSettingsTest {

    private static final String PREFIX = "tillstream.analytics.event-data";

    @Test
    void hasDefaultsThatTheShippedFileSpellsOut() {
        var defaults =
                new EventDataSettings(
                        true,
                        "tillstream-tables-EventData",
                        Duration.ofDays(35),
                        8,
                        5,
                        Duration.ofMillis(50),
                        Duration.ofSeconds(2));
        assertThat(SettingsSource.defaults(EventDataSettings.class, PREFIX)).isEqualTo(defaults);
        assertThat(SettingsSource.shipped(EventDataSettings.class, PREFIX)).isEqualTo(defaults);
    }

    @Test
    void isNamed() {
        assertThat(
                        SettingsSource.given(
                                EventDataSettings.class,
                                PREFIX,
                                Map.of(
                                        PREFIX + ".enabled", "false",
                                        PREFIX + ".table", "t",
                                        PREFIX + ".retention", "1d",
                                        PREFIX + ".parallelism", "2",
                                        PREFIX + ".attempts", "3",
                                        PREFIX + ".first-backoff", "4ms",
                                        PREFIX + ".longest-backoff", "5ms")))
                .isEqualTo(
                        new EventDataSettings(
                                false,
                                "t",
                                Duration.ofDays(1),
                                2,
                                3,
                                Duration.ofMillis(4),
                                Duration.ofMillis(5)));
    }
}
