package dev.tillstream.ingest.http;

import java.util.concurrent.Semaphore;

/**
 * How much memory all bodies together may take. Virtual threads put no bound on requests at once,
 * so enough large bodies would end the process without it.
 */
final class BodyMemory {

    private static final int BYTES_PER_PERMIT = 1024;

    private final Semaphore permits;

    BodyMemory(long bytes) {
        this.permits = new Semaphore(permits(bytes));
    }

    /** Takes a share, or ends the request with a problem: waiting would only hold more memory. */
    void take(long bytes) {
        if (!permits.tryAcquire(permits(bytes))) {
            throw Problem.busy();
        }
    }

    void giveBack(long bytes) {
        permits.release(permits(bytes));
    }

    private static int permits(long bytes) {
        return Math.toIntExact(Math.ceilDiv(bytes, BYTES_PER_PERMIT));
    }
}
