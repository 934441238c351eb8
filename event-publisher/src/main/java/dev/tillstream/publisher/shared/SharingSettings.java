package dev.tillstream.publisher.shared;

import java.time.Duration;

/**
 * How senders share calls, and what may be held at once.
 *
 * @param maxCalls how many calls may be under way
 * @param maxCallBytes what one call may carry, as PutEvents counts it
 * @param maxEvents how many events may be held, waiting or under way
 * @param maxBytes how many bytes they may have together
 * @param linger how long an event waits for company at most while a call is free
 * @param patience how long an event waits for a free call at most; then its sender is told
 */
public record SharingSettings(
        int maxCalls,
        int maxCallBytes,
        int maxEvents,
        long maxBytes,
        Duration linger,
        Duration patience) {

    public SharingSettings {
        if (maxCalls < 1 || maxEvents < 1) {
            throw new IllegalArgumentException(
                    "maxCalls and maxEvents must be at least 1, not %d and %d"
                            .formatted(maxCalls, maxEvents));
        }
        if (maxBytes < maxCallBytes) {
            throw new IllegalArgumentException(
                    "maxBytes %d must be at least maxCallBytes %d"
                            .formatted(maxBytes, maxCallBytes));
        }
        if (linger.isNegative() || patience.compareTo(linger) < 0) {
            throw new IllegalArgumentException(
                    "0 <= linger <= patience does not hold: linger %s, patience %s"
                            .formatted(linger, patience));
        }
    }
}
