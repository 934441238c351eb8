package dev.tillstream.dispatch.sqs;

import dev.tillstream.consumer.sqs.QueueSettings;
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
 * Where sales come from, and how fast.
 *
 * @param queue name of the queue
 * @param concurrency how many messages are worked on at once, 50 at most: as many connections as
 *     the SDK's client for DynamoDB keeps
 * @param poll how long one long poll waits for messages; a stop waits for the one under way
 * @param linger how long messages gather after a poll that came back with less than it asked for
 * @param drain how long a stop waits for messages at work, and again for their acknowledgements
 * @param visibility for how long a message that was received is hidden from others
 * @param longestWork how long work on a message may take
 * @param firstRetry how long a message that failed stays away at first, in whole seconds; four
 *     times as long each further time
 * @param lastRetry how long it stays away at most
 */
@ConfigurationProperties("tillstream.dispatch.sqs")
@Validated
record SqsSettings(
        @NotBlank String queue,
        @Min(1) @Max(50) int concurrency,
        @NotNull @DurationMin(seconds = 1) @DurationMax(seconds = 20) Duration poll,
        @NotNull @DurationMin(millis = 0) @DurationMax(seconds = 1) Duration linger,
        @NotNull @DurationMin(seconds = 1) Duration drain,
        @NotNull @DurationMin(seconds = 1) @DurationMax(hours = 12) Duration visibility,
        @NotNull @DurationMin(seconds = 1) @DurationMax(hours = 12) Duration longestWork,
        @NotNull @DurationMin(seconds = 1) Duration firstRetry,
        @NotNull @DurationMin(seconds = 1) @DurationMax(hours = 12) Duration lastRetry)
        implements QueueSettings {}
