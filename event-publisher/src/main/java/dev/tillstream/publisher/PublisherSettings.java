package dev.tillstream.publisher;

/**
 * Which bus, and what one request may carry.
 *
 * @param bus name or ARN of the event bus
 * @param maxBytes the largest request by the count of PutEvents: 262,144 everywhere, 1,048,576
 *     where the region already allows it
 */
public record PublisherSettings(String bus, int maxBytes, RetrySettings retry) {

    public static final int SAFE_MAX_BYTES = 262_144;

    public PublisherSettings {
        if (bus.isBlank()) {
            throw new IllegalArgumentException("bus is blank");
        }
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes must be positive, not " + maxBytes);
        }
    }

    public PublisherSettings(String bus) {
        this(bus, SAFE_MAX_BYTES, RetrySettings.DEFAULTS);
    }
}
