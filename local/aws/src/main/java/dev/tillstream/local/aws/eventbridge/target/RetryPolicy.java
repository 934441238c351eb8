package dev.tillstream.local.aws.eventbridge.target;

import dev.tillstream.local.aws.protocol.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a target is tried again. */
public record RetryPolicy(int attempts, Duration age) {

    /** EventBridge's own default. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(185, Duration.ofDays(1));

    static RetryPolicy parse(Input input) {
        input.allowing("MaximumRetryAttempts", "MaximumEventAgeInSeconds");
        return new RetryPolicy(
                input.number("MaximumRetryAttempts", DEFAULT.attempts, 0, 185),
                Duration.ofSeconds(input.number("MaximumEventAgeInSeconds", 86_400, 60, 86_400)));
    }

    /** The limit that is used up after this many retries, by the name dead letters carry. */
    public Optional<String> exhausted(int retries, Instant accepted, Instant now) {
        if (retries >= attempts) {
            return Optional.of("MaximumRetryAttempts");
        }
        return now.isBefore(accepted.plus(age))
                ? Optional.empty()
                : Optional.of("MaximumEventAgeInSeconds");
    }
}
