package dev.tillstream.analytics.shard;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The rhythm of a shard.
 *
 * @param flushInterval how often at most windows are written and the shard is checkpointed
 * @param flushEvents after how many events they are written at the latest: 16 bytes each in one
 *     item of at most 400 KB
 * @param sweepInterval how often windows are looked for that another worker left behind
 * @param firstBackoff the bound of the first wait after a failure; it doubles
 * @param longestBackoff where it stops doubling
 */
@Validated
@ConfigurationProperties("tillstream.analytics.shard")
record ShardSettings(
        @DefaultValue("2s") @DurationMin Duration flushInterval,
        @DefaultValue("5000") @Min(1) @Max(20_000) int flushEvents,
        @DefaultValue("5s") @DurationMin(millis = 100) Duration sweepInterval,
        @DefaultValue("100ms") @DurationMin(millis = 1) Duration firstBackoff,
        @DefaultValue("5s") @DurationMin(millis = 1) Duration longestBackoff) {}
