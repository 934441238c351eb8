package dev.tillstream.ingest.http;

import dev.tillstream.ingest.body.BodyLimits;
import jakarta.validation.constraints.AssertTrue;
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
        @NotNull DataSize maxMemory,
        @Min(1) int maxArray,
        @Min(1) int chunk,
        @Min(1) int maxDepth,
        @NotNull Duration maxBodyTime,
        @NotNull Duration retryAfter) {

    BodyLimits limits() {
        return new BodyLimits(maxBody.toBytes(), maxBodyTime);
    }

    @AssertTrue(message = "max-memory must be at least four times max-body, or no such body fits")
    boolean isMemoryEnough() {
        return maxMemory.toBytes() >= 4 * maxBody.toBytes();
    }
}
