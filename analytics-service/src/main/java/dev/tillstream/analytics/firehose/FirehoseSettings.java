package dev.tillstream.analytics.firehose;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How rows are delivered.
 *
 * @param prefix what the names of delivery streams begin with: the project's name and a dash
 * @param attempts how often a row is sent before the shard goes on and comes back to it later
 * @param firstBackoff the bound of the first wait between two attempts; it doubles
 * @param longestBackoff where it stops doubling
 * @param pause how long nothing is sent after all attempts failed, so that an outage of the
 *     delivery stream doesn't slow down counting
 */
@Validated
@ConfigurationProperties("tillstream.analytics.firehose")
record FirehoseSettings(
        @DefaultValue("tillstream-") String prefix,
        @DefaultValue("4") @Min(1) @Max(20) int attempts,
        @DefaultValue("100ms") @DurationMin(millis = 1) Duration firstBackoff,
        @DefaultValue("2s") @DurationMin(millis = 1) Duration longestBackoff,
        @DefaultValue("5s") @DurationMin Duration pause) {}
