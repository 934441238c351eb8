package dev.tillstream.warehouse.dynamodb;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where stock is kept.
 *
 * @param ledger name of the ledger's table
 * @param levels name of the levels' table
 * @param timeout how long one call may take, the SDK's own retries included: well below the queue's
 *     visibility timeout
 * @param attempts how often a write that lost against another of the same item is tried before its
 *     message goes back to the queue
 */
@ConfigurationProperties("tillstream.warehouse.dynamodb")
@Validated
record DynamoDbSettings(
        @NotBlank String ledger,
        @NotBlank String levels,
        @NotNull @DurationMin(millis = 1) Duration timeout,
        @Min(1) @Max(20) int attempts) {}
