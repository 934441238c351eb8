package dev.tillstream.analytics.kinesis;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How streams are read.
 *
 * @param streamPrefix what the names of streams begin with: the project's name and a dash
 * @param applicationPrefix what the names of KCL applications, and so of their lease tables, begin
 *     with; then comes the stream's own name
 * @param workerId under which name this process holds its leases; empty for a new one at each
 *     start. A fixed name lets a restarted process take its leases back at once, but must never be
 *     used by two at a time
 * @param pollInterval how long a shard rests between two reads
 * @param maxRecords how many records one read brings at most
 * @param maxRead how much one read brings, about: it takes ten times as much memory
 * @param stopTimeout how long stopping may take until shards are left as they are
 * @param stalled how long a held shard may stay unread until health says so
 * @param stuck how long the consumer of a held shard may try nothing until the process counts as
 *     broken
 * @param leases how shards are divided between workers
 */
@Validated
@ConfigurationProperties("tillstream.analytics.kinesis")
record KinesisSettings(
        @DefaultValue("tillstream-") String streamPrefix,
        @DefaultValue("tillstream-analytics-") @NotBlank String applicationPrefix,
        @DefaultValue("") String workerId,
        @DefaultValue("500ms") @DurationMin(millis = 200) Duration pollInterval,
        @DefaultValue("10000") @Min(1) @Max(10_000) int maxRecords,
        @DefaultValue("1200KB") @NotNull DataSize maxRead,
        @DefaultValue("20s") @DurationMin(seconds = 1) Duration stopTimeout,
        @DefaultValue("30s") @DurationMin(seconds = 1) Duration stalled,
        @DefaultValue("5m") @DurationMin(seconds = 1) Duration stuck,
        @DefaultValue @Valid Leases leases) {

    KinesisSettings {
        if (maxRead != null && maxRead.toBytes() < 1) {
            throw new IllegalArgumentException("max-read: must be at least one byte: " + maxRead);
        }
    }

    SourceStream stream(String logical) {
        return new SourceStream(logical, streamPrefix + logical, applicationPrefix + logical);
    }

    /**
     * How shards are divided between workers.
     *
     * @param failover how long a worker must be silent until others take its shards
     * @param assignment how often the leader looks for shards without a worker
     * @param leader how long a leader must be silent until another worker leads
     * @param leaderHeartbeat how often it shows that it lives
     * @param workerMetrics how often workers report their load
     * @param shardSync how long a worker rests between two checks for new shards
     * @param parentPoll how often a shard's start looks whether its parents have ended
     * @param seed whether to write one lease for each shard at the start, if there are none: saves
     *     a fresh application the half minute in which KCL's workers elect a leader to do so
     */
    record Leases(
            @DefaultValue("4s") @DurationMin(seconds = 1) Duration failover,
            @DefaultValue("1s") @DurationMin(seconds = 1) Duration assignment,
            @DefaultValue("4s") @DurationMin(seconds = 3) Duration leader,
            @DefaultValue("1s") @DurationMin(seconds = 1) Duration leaderHeartbeat,
            @DefaultValue("3s") @DurationMin(seconds = 1) Duration workerMetrics,
            @DefaultValue("60s") @DurationMin(seconds = 1) Duration shardSync,
            @DefaultValue("10s") @DurationMin(millis = 100) Duration parentPoll,
            @DefaultValue("false") boolean seed) {}
}
