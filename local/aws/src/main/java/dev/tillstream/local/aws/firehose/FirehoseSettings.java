package dev.tillstream.local.aws.firehose;

import java.time.Duration;

/**
 * What can be set.
 *
 * @param capacityBytes what one delivery stream may hold before it answers that it is unavailable
 * @param firstRetry wait after S3's first refusal; it doubles up to the longest
 * @param longestRetry longest wait between two attempts
 * @param drain how long the end waits for records that are still in buffers
 */
public record FirehoseSettings(
        String region,
        String account,
        long capacityBytes,
        Duration firstRetry,
        Duration longestRetry,
        Duration drain) {

    public static FirehoseSettings defaults(String region, String account) {
        return new FirehoseSettings(
                region,
                account,
                16L * 1_048_576,
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));
    }
}
