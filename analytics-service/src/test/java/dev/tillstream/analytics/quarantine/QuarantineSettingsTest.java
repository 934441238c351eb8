package dev.tillstream.analytics.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.SettingsSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class QuarantineSettingsTest {

    private static final String PREFIX = "tillstream.analytics.quarantine";

    @Test
    void hasDefaultsThatTheShippedFileSpellsOut() {
        var defaults = new QuarantineSettings("tillstream-data-000000000000", "quarantine/");
        assertThat(SettingsSource.defaults(QuarantineSettings.class, PREFIX)).isEqualTo(defaults);
        assertThat(SettingsSource.shipped(QuarantineSettings.class, PREFIX)).isEqualTo(defaults);
    }

    @Test
    void isNamed() {
        assertThat(
                        SettingsSource.given(
                                QuarantineSettings.class,
                                PREFIX,
                                Map.of(PREFIX + ".bucket", "b", PREFIX + ".prefix", "p/")))
                .isEqualTo(new QuarantineSettings("b", "p/"));
    }
}
