package dev.tillstream.ingest.body;

import java.time.Duration;

/**
 * What a body may be.
 *
 * @param maxBytes its size, as it is sent and inflated
 * @param maxTime how long it may take to arrive
 */
public record BodyLimits(long maxBytes, Duration maxTime) {}
