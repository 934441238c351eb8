package dev.tillstream.ingest.gate;

import dev.tillstream.ingest.problem.Problem;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds how many requests are under way, since each has buffers of the web server, and how many
 * events those have that are worked on. A request whose body has not arrived yet is under way only:
 * however many slow bodies there are, they keep nobody from work.
 */
public final class Gate {

    /** Of so many events a request is small: the last quarter is kept for such. */
    private static final int SMALL = 10;

    private final int maxRequests;
    private final int maxEvents;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger events = new AtomicInteger();

    public Gate(int maxRequests, int maxEvents) {
        this.maxRequests = maxRequests;
        this.maxEvents = maxEvents;
    }

    /** The place of one request, for its thread alone. Closing it gives all of it back. */
    public final class Pass implements AutoCloseable {

        private final int max;
        private final int size;
        private final boolean isUnderWay;
        private boolean isWorking;

        private Pass(int size) {
            this.max = size > SMALL ? maxEvents - maxEvents / 4 : maxEvents;
            this.size = Math.min(size, max);
            this.isUnderWay = take(requests, 1, maxRequests);
        }

        /** Whether the request may stay at all, if only to be refused in peace. */
        public boolean isUnderWay() {
            return isUnderWay;
        }

        /** Whether it may stay until its body is there: it takes a place to work only then. */
        public boolean mayWait() {
            return isUnderWay && events.get() < max;
        }

        /** Takes a place to work, or says that there is none. */
        public boolean begin() {
            isWorking = isUnderWay && take(events, size, max);
            return isWorking;
        }

        /** Leaves the place to others while there is nothing to do. */
        void pause() {
            if (isWorking) {
                events.addAndGet(-size);
                isWorking = false;
            }
        }

        /**
         * Takes a place again.
         *
         * @throws Problem if none is free: waiting for one would only hold more memory
         */
        void resume() {
            if (!isWorking && !begin()) {
                throw Problem.busy();
            }
        }

        @Override
        public void close() {
            pause();
            if (isUnderWay) {
                requests.decrementAndGet();
            }
        }
    }

    /**
     * For a request that has just come.
     *
     * @param size how many events it seems to have
     */
    public Pass pass(int size) {
        return new Pass(size);
    }

    /** How many requests are under way. */
    public int requests() {
        return requests.get();
    }

    /** How many events, as far as one can guess, those have that are worked on. */
    public int events() {
        return events.get();
    }

    private static boolean take(AtomicInteger taken, int size, int max) {
        if (taken.addAndGet(size) <= max) {
            return true;
        }
        taken.addAndGet(-size);
        return false;
    }
}
