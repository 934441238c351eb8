package dev.tillstream.analytics.state;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where windows are stored, and for how long.
 *
 * @param table its name
 * @param retention how long after its last change a window still takes late events
 * @param history how long after that it is still known that the window was, so that its late events
 *     go to quarantine instead of starting it anew
 * @param parallelism how many windows are read or written at once
 * @param readers how many calls to the table are made at once for those who ask
 */
@Validated
@ConfigurationProperties("tillstream.analytics.state")
record StateSettings(
        @DefaultValue("tillstream-windows") @NotBlank String table,
        @DefaultValue("35d") @DurationMin(days = 1) Duration retention,
        @DefaultValue("1100d") @DurationMin(days = 1) Duration history,
        @DefaultValue("32") @Min(1) @Max(256) int parallelism,
        @DefaultValue("16") @Min(1) @Max(64) int readers) {

    /** Twice the retention, so that a window that changes within it rarely needs a second write. */
    Instant segmentExpiry(Instant written) {
        return written.plus(retention.multipliedBy(2));
    }
}
