package dev.tillstream.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.revenue.RevenueView.Returns;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RevenueSettingsTest {

    private static final String PREFIX = "tillstream.analytics.revenue";

    @Test
    void hasDefaultsThatTheShippedFileSpellsOut() {
        var defaults =
                new RevenueSettings(
                        "sales_revenue",
                        Returns.SUBTRACT,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(10),
                        20_000);
        assertThat(SettingsSource.defaults(RevenueSettings.class, PREFIX)).isEqualTo(defaults);
        assertThat(SettingsSource.shipped(RevenueSettings.class, PREFIX)).isEqualTo(defaults);
    }

    @Test
    void isNamed() {
        assertThat(
                        SettingsSource.given(
                                RevenueSettings.class,
                                PREFIX,
                                Map.of(
                                        PREFIX + ".view", "v",
                                        PREFIX + ".returns", "add",
                                        PREFIX + ".grace", "1s",
                                        PREFIX + ".idle", "2s",
                                        PREFIX + ".future", "3s",
                                        PREFIX + ".open-windows", "4")))
                .isEqualTo(
                        new RevenueSettings(
                                "v",
                                Returns.ADD,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(3),
                                4));
    }
}
