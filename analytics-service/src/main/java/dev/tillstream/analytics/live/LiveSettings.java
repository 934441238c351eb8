package dev.tillstream.analytics.live;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How those who watch are told of news.
 *
 * @param poll how long a view that is watched rests between two looks for new rows
 * @param running the same for windows that are still running, which costs a read each
 * @param overlap how far each look for rows looks back: longer than a write takes, and than the
 *     clocks of workers differ
 * @param backlog how far a watcher who comes again may have missed rows
 * @param heartbeat how often a watcher is told the time, so that it knows that all is well
 * @param longest how long a watcher is told without coming again, which asks for the key again
 * @param watchers the most at once
 * @param queue what a watcher may leave unread; then it is cut off
 * @param windows the most windows that one look tells of
 */
@Validated
@ConfigurationProperties("tillstream.analytics.live")
public record LiveSettings(
        @DefaultValue("1s") @DurationMin(millis = 100) Duration poll,
        @DefaultValue("2s") @DurationMin(millis = 100) Duration running,
        @DefaultValue("30s") @DurationMin(seconds = 1) Duration overlap,
        @DefaultValue("1h") @DurationMin(seconds = 1) Duration backlog,
        @DefaultValue("5s") @DurationMin(millis = 100) Duration heartbeat,
        @DefaultValue("5m") @DurationMin(millis = 100) Duration longest,
        @DefaultValue("100") @Min(1) @Max(10_000) int watchers,
        @DefaultValue("5000") @Min(10) @Max(100_000) int queue,
        @DefaultValue("2000") @Min(1) @Max(10_000) int windows) {}
