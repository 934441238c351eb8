package dev.tillstream.analytics.quarantine;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where records are kept that no window can count.
 *
 * @param bucket the data bucket, whose name ends with the account's id; here that of the embedded
 *     AWS
 * @param prefix the folder in it
 */
@Validated
@ConfigurationProperties("tillstream.analytics.quarantine")
record QuarantineSettings(
        @DefaultValue("tillstream-data-000000000000") @NotBlank String bucket,
        @DefaultValue("quarantine/") @Pattern(regexp = "[a-z0-9_-]+/") String prefix) {}
