package dev.tillstream.local.aws.eventbridge;

import dev.tillstream.local.aws.eventbridge.delivery.Capacity;
import java.time.Duration;

/**
 * What can be set; times in the events and their ids come from the clock and the id supplier.
 *
 * @param requestBytes total size of the entries of one PutEvents: 1 MB since January 2026
 * @param queueCapacity what may wait for one target before PutEvents throttles
 * @param firstRetry wait after a target's first failure; it doubles up to the longest
 * @param longestRetry longest wait between two attempts
 * @param drain how long the end waits for events that are still in queues
 */
public record EventBridgeSettings(
        String region,
        String account,
        int requestBytes,
        Capacity queueCapacity,
        Duration firstRetry,
        Duration longestRetry,
        Duration drain) {

    public static EventBridgeSettings defaults(String region, String account) {
        return new EventBridgeSettings(
                region,
                account,
                1_048_576,
                new Capacity(5_000, 16 << 20),
                Duration.ofMillis(200),
                Duration.ofSeconds(30),
                Duration.ofSeconds(20));
    }
}
