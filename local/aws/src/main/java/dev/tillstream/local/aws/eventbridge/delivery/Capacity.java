package dev.tillstream.local.aws.eventbridge.delivery;

/**
 * How much may wait for one target: events, and their bytes together; a single event always may.
 */
public record Capacity(int events, long bytes) {

    public Capacity {
        if (events < 1 || bytes < 1) {
            throw new IllegalArgumentException(
                    "Capacity must be positive: " + events + ", " + bytes);
        }
    }

    boolean allows(int waiting, long size) {
        return waiting == 1 || (waiting <= events && size <= bytes);
    }
}
