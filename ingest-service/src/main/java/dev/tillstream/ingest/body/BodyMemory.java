package dev.tillstream.ingest.body;

import dev.tillstream.ingest.problem.Problem;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory all bodies together may take. Virtual threads put no bound on requests at once,
 * so enough of them would end the process without it. A body takes its share as it arrives: one
 * that is announced and never sent takes next to nothing.
 */
public final class BodyMemory {

    /** What a request takes before the first byte of its body: its buffers, its thread. */
    static final int PER_REQUEST = 8 * 1024;

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    /** Of that many bytes. */
    public BodyMemory(long limit) {
        this.limit = limit;
    }

    /** The share of one request. Closing it gives all of it back. */
    public final class Share implements AutoCloseable {

        private long bytes;

        private Share() {
            grow(PER_REQUEST);
        }

        /** Takes more, or ends the request with a problem: waiting would only hold more memory. */
        void grow(long more) {
            if (taken.addAndGet(more) > limit) {
                taken.addAndGet(-more);
                throw Problem.busy();
            }
            bytes += more;
        }

        @Override
        public void close() {
            taken.addAndGet(-bytes);
            bytes = 0;
        }
    }

    /** For one request. */
    public Share share() {
        return new Share();
    }

    /** What all requests have taken, in bytes. */
    public long taken() {
        return taken.get();
    }
}
