package dev.tillstream.ingest.body;

import dev.tillstream.ingest.problem.Problem;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * How much memory all bodies and their events together may take. A body is charged as it arrives,
 * so one that is announced and never sent takes nothing; its events are charged while they are
 * worked on. The charges are what was measured, rounded up.
 */
public final class BodyMemory {

    /** A byte of a body is there as it came, and again in its item. */
    static final int PER_BYTE = 2;

    /** What is made of an item's bytes: its texts, its detail, a part of the call to the bus. */
    static final int PER_WORKED_BYTE = 4;

    /** What is made for an item however small it is. */
    static final int PER_WORKED_ITEM = 1024;

    /** What stays of it until the request is answered: its outcome. */
    static final int PER_ITEM = 256;

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    /** Of that many bytes. */
    public BodyMemory(long limit) {
        this.limit = limit;
    }

    /** The share of one request. Closing it gives all of it back. */
    public final class Share implements AutoCloseable {

        private long bytes;

        private Share() {}

        /** So many more bytes of the body have arrived. */
        void arrived(long more) {
            take(more * PER_BYTE);
        }

        /** Hands items to somebody who works on them. */
        public void work(List<byte[]> items, Consumer<List<byte[]>> worker) {
            long working = worked(items);
            take(working + (long) items.size() * PER_ITEM);
            worker.accept(items);
            give(working);
        }

        @Override
        public void close() {
            give(bytes);
        }

        /** Or ends the request with a problem: waiting would only hold more memory. */
        private void take(long more) {
            if (taken.addAndGet(more) > limit) {
                taken.addAndGet(-more);
                throw Problem.busy();
            }
            bytes += more;
        }

        private void give(long less) {
            taken.addAndGet(-less);
            bytes -= less;
        }

        private static long worked(List<byte[]> items) {
            long size = 0;
            for (byte[] item : items) {
                size += PER_WORKED_ITEM + (long) item.length * PER_WORKED_BYTE;
            }
            return size;
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
