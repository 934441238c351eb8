package dev.tillstream.ingest;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** Which events are taken; see {@code application.yaml}. */
@Validated
@ConfigurationProperties("tillstream.ingest.event")
record IntakeSettings(@NotNull DataSize maxSize, @NotNull Duration maxAhead) {}
