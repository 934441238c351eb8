package dev.tillstream.publisher.outbox;

import dev.tillstream.publisher.RetrySettings;
import java.time.Duration;

/**
 * How fast an outbox is emptied.
 *
 * @param workers how many requests to the bus may be under way at once
 * @param linger how long the first parcel of a request waits for others to share it
 * @param capacity how many parcels wait in memory at most; what finds no room is found in the store
 *     when it is overdue
 * @param sweep the pause between two looks for overdue parcels when there was none
 * @param rest how long to leave the bus alone after it failed: doubles from base to cap with each
 *     failure in a row; its attempts are not used
 * @param drain how long a stop waits for what is in memory
 */
public record RelaySettings(
        int workers,
        Duration linger,
        int capacity,
        Duration sweep,
        RetrySettings rest,
        Duration drain) {

    public RelaySettings {
        if (workers < 1 || capacity < 1) {
            throw new IllegalArgumentException(
                    "workers and capacity must be at least 1: %d, %d".formatted(workers, capacity));
        }
    }
}
