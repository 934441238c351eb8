package dev.tillstream.ingest.gate;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** How many requests there may be; see {@code application.yaml}. */
@Validated
@ConfigurationProperties("tillstream.ingest.gate")
record GateSettings(@Min(1) int maxRequests, @Min(1) int maxEvents, @Min(1) int chunk) {}
