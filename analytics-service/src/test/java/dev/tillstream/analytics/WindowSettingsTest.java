package dev.tillstream.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WindowSettingsTest {

    private static final String PREFIX = "tillstream.analytics.windows";

    @Test
    void hasDefaultsThatTheShippedFileSpellsOut() {
        var defaults = new WindowSettings(Duration.ofMinutes(10), 20_000);
        assertThat(SettingsSource.defaults(WindowSettings.class, PREFIX)).isEqualTo(defaults);
        assertThat(SettingsSource.shipped(WindowSettings.class, PREFIX)).isEqualTo(defaults);
    }

    @Test
    void isNamed() {
        assertThat(
                        SettingsSource.given(
                                WindowSettings.class,
                                PREFIX,
                                Map.of(PREFIX + ".future", "3s", PREFIX + ".open-windows", "4")))
                .isEqualTo(new WindowSettings(Duration.ofSeconds(3), 4));
    }
}
