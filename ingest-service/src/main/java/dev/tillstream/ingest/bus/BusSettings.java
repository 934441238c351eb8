package dev.tillstream.ingest.bus;

import dev.tillstream.publisher.PublisherSettings;
import dev.tillstream.publisher.RetrySettings;
import dev.tillstream.publisher.shared.SharingSettings;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** Which bus, and how hard we try; see {@code application.yaml}. */
@Validated
@ConfigurationProperties("tillstream.ingest.bus")
record BusSettings(
        @NotBlank String name,
        @NotBlank String source,
        @NotNull DataSize maxRequest,
        @Min(1) int attempts,
        @NotNull Duration backoff,
        @NotNull Duration maxBackoff,
        @NotNull Duration deadline,
        @NotNull Duration timeout,
        @NotNull Duration healthTimeout,
        @Min(1) int connections,
        @NotNull Duration linger,
        @NotNull Duration patience,
        @Min(1) int maxHeld,
        @NotNull DataSize maxHeldSize) {

    PublisherSettings publisher() {
        return new PublisherSettings(
                name,
                Math.toIntExact(maxRequest.toBytes()),
                new RetrySettings(attempts, backoff, maxBackoff, deadline));
    }

    SharingSettings sharing() {
        return new SharingSettings(
                connections,
                Math.toIntExact(maxRequest.toBytes()),
                maxHeld,
                maxHeldSize.toBytes(),
                linger,
                patience);
    }
}
