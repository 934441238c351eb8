package dev.tillstream.analytics.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.SettingsSource;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StateSettingsTest {

    private static final String PREFIX = "tillstream.analytics.state";

    @Test
    void hasDefaultsThatTheShippedFileSpellsOut() {
        var defaults =
                new StateSettings(
                        "tillstream-windows", Duration.ofDays(35), Duration.ofDays(1100), 32, 16);
        assertThat(SettingsSource.defaults(StateSettings.class, PREFIX)).isEqualTo(defaults);
        assertThat(SettingsSource.shipped(StateSettings.class, PREFIX)).isEqualTo(defaults);
    }

    @Test
    void isNamed() {
        assertThat(
                        SettingsSource.given(
                                StateSettings.class,
                                PREFIX,
                                Map.of(
                                        PREFIX + ".table", "t",
                                        PREFIX + ".retention", "1d",
                                        PREFIX + ".history", "2d",
                                        PREFIX + ".parallelism", "3",
                                        PREFIX + ".readers", "4")))
                .isEqualTo(new StateSettings("t", Duration.ofDays(1), Duration.ofDays(2), 3, 4));
    }
}
