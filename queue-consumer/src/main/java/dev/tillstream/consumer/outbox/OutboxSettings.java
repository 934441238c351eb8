package dev.tillstream.consumer.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How events that were stored with a change get to the bus.
 *
 * @param bus name or ARN of the bus
 * @param timeout how long one request to the bus may take
 * @param workers how many requests to the bus are under way at once
 * @param linger how long the first event of a request waits for others to share it
 * @param capacity how many changes wait in memory at most
 * @param sweep the pause between two looks for changes whose events nobody delivered in time
 * @param overdue when others may deliver the events of a change that was just stored: the longest
 *     delay after a crash, together with a sweep
 * @param claim for how long nobody else takes what a sweep took: longer than it takes to send it
 * @param longestRest how long the bus is left alone at most after it failed
 */
@ConfigurationProperties("tillstream.outbox")
@Validated
public record OutboxSettings(
        @NotBlank String bus,
        @NotNull @DurationMin(millis = 1) Duration timeout,
        @Min(1) @Max(20) int workers,
        @NotNull @DurationMin(millis = 0) @DurationMax(seconds = 1) Duration linger,
        @Min(1) @Max(100_000) int capacity,
        @NotNull @DurationMin(millis = 10) Duration sweep,
        @NotNull @DurationMin(millis = 100) Duration overdue,
        @NotNull @DurationMin(seconds = 1) Duration claim,
        @NotNull @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration longestRest) {}
