package dev.tillstream.ingest.sender;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How much a store may send; see {@code application.yaml}. */
@Validated
@ConfigurationProperties("tillstream.ingest.pace")
record PaceSettings(@Min(1) long eventsPerSecond, @Min(1) long burst, @Min(1) int stores) {}
