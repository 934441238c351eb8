package dev.tillstream.ingest.quarantine;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** Where refused items go, if anywhere; see {@code application.yaml}. */
@Validated
@ConfigurationProperties("tillstream.ingest.quarantine")
record QuarantineSettings(
        @NotNull String bucket,
        @NotNull String prefix,
        @NotNull DataSize maxBody,
        @Min(1) int maxHeld,
        @NotNull Duration every) {}
