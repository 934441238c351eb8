package dev.tillstream.ingest.http;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** What a request may carry; see {@code application.yaml}. */
@Validated
@ConfigurationProperties("tillstream.ingest.http")
record HttpSettings(
        @NotNull DataSize maxBody,
        @Min(1) int maxArray,
        @Min(1) int chunk,
        @Min(1) int maxDepth,
        @NotNull Duration retryAfter) {}
