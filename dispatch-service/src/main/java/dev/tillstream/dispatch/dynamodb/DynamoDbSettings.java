package dev.tillstream.dispatch.dynamodb;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where orders are kept.
 *
 * @param table name of the orders' table
 * @param timeout how long one call may take, the SDK's own retries included: well below the queue's
 *     visibility timeout
 */
@ConfigurationProperties("tillstream.dispatch.dynamodb")
@Validated
record DynamoDbSettings(
        @NotBlank String table, @NotNull @DurationMin(millis = 1) Duration timeout) {}
