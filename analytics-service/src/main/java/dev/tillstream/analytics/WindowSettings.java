package dev.tillstream.analytics;

import dev.tillstream.analytics.window.Limits;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What holds for the windows of all views.
 *
 * @param future how far an event's time may lie beyond its arrival
 * @param openWindows how many windows a shard keeps in memory
 */
@Validated
@ConfigurationProperties("tillstream.analytics.windows")
record WindowSettings(
        @DefaultValue("10m") @DurationMin Duration future,
        @DefaultValue("20000") @Min(1) int openWindows) {

    Limits limits() {
        return new Limits(future, openWindows);
    }
}
