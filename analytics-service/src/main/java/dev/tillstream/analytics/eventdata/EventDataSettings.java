package dev.tillstream.analytics.eventdata;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether, where and for how long events are kept.
 *
 * @param enabled whether at all
 * @param table its name
 * @param retention how long after it was written an event may be deleted
 * @param parallelism how many batches of 25 are written at once
 * @param attempts how often what the table left unprocessed is sent again at once; after that the
 *     shard waits and tries the rest again
 * @param firstBackoff the bound of the first wait between two attempts; it doubles
 * @param longestBackoff where it stops doubling
 */
@Validated
@ConfigurationProperties("tillstream.analytics.event-data")
record EventDataSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("tillstream-tables-EventData") @NotBlank String table,
        @DefaultValue("35d") @DurationMin(days = 1) Duration retention,
        @DefaultValue("8") @Min(1) @Max(64) int parallelism,
        @DefaultValue("5") @Min(1) @Max(20) int attempts,
        @DefaultValue("50ms") @DurationMin(millis = 1) Duration firstBackoff,
        @DefaultValue("2s") @DurationMin(millis = 1) Duration longestBackoff) {}
