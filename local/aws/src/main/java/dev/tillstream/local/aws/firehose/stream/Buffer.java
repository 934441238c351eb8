package dev.tillstream.local.aws.firehose.stream;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Collects records until they are many or old enough for an object; bounded by bytes. */
final class Buffer {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Chunk> full = new ArrayDeque<>();
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    private final int chunkBytes;
    private final Duration interval;
    private final long capacity;
    private final RecordShelf shelf;
    private @Nullable Instant firstArrival;
    private long held;
    private boolean closed;

    /** The capacity counts everything not yet written, the chunk being written included. */
    Buffer(int chunkBytes, Duration interval, long capacity, RecordShelf shelf) {
        this.chunkBytes = chunkBytes;
        this.interval = interval;
        this.capacity = capacity;
        this.shelf = shelf;
        // It had room for them before; nobody else is here yet.
        shelf.restore(this::collect);
    }

    /** Takes a record; false when there is no room, or no one to write it anymore. */
    boolean offer(byte[] record, Instant now) {
        lock.lock();
        try {
            if (closed || held + record.length > capacity) {
                return false;
            }
            shelf.add(record, now);
            if (firstArrival == null) {
                changed.signalAll();
            }
            collect(record, now);
            if (!full.isEmpty()) {
                changed.signalAll();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The next chunk that is due: full, old enough, or whatever is left at the end. */
    Optional<Chunk> poll(Instant now) {
        lock.lock();
        try {
            if (full.isEmpty() && due(now)) {
                seal();
            }
            return Optional.ofNullable(full.poll());
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a chunk to be due; false when closed and nothing is left. */
    boolean awaitDue(InstantSource clock) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (full.isEmpty() && !due(clock.instant())) {
                if (closed) {
                    return false;
                }
                if (firstArrival == null) {
                    changed.await();
                } else {
                    Instant dueAt = firstArrival.plus(interval);
                    // How much of the time was left does not matter: the loop looks again.
                    long ignored =
                            changed.awaitNanos(Duration.between(clock.instant(), dueAt).toNanos());
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Frees the room of a chunk that is written. */
    void written(Chunk chunk) {
        lock.lock();
        try {
            held -= chunk.bytes().length;
            shelf.removeUpTo(chunk.lastRecord());
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more; what is here is due now. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Bytes not yet written. */
    long held() {
        lock.lock();
        try {
            return held;
        } finally {
            lock.unlock();
        }
    }

    private void collect(byte[] record, Instant arrival) {
        held += record.length;
        if (firstArrival == null) {
            firstArrival = arrival;
        }
        open.writeBytes(record);
        if (open.size() >= chunkBytes) {
            seal();
        }
    }

    private boolean due(Instant now) {
        return firstArrival != null && (closed || !now.isBefore(firstArrival.plus(interval)));
    }

    private void seal() {
        if (firstArrival != null) {
            full.add(new Chunk(firstArrival, shelf.last(), open.toByteArray()));
            open.reset();
            firstArrival = null;
        }
    }
}
