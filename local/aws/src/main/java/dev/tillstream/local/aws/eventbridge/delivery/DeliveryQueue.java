package dev.tillstream.local.aws.eventbridge.delivery;

import dev.tillstream.local.aws.eventbridge.target.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The deliveries of one target: bounded, new ones in order, repeated ones when they are due. */
final class DeliveryQueue {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Delivery> fresh = new ArrayDeque<>();
    private final Queue<Delivery> repeated =
            new PriorityQueue<>(Comparator.comparing(Delivery::due));
    private final Capacity capacity;
    private final Pending pending;
    private int taken;
    private long bytes;
    private boolean closed;

    DeliveryQueue(Capacity capacity, Pending pending) {
        this.capacity = capacity;
        this.pending = pending;
    }

    /** Takes a place for an event to come; false when it is full or no one works here anymore. */
    boolean reserve(Event event) {
        lock.lock();
        try {
            if (!capacity.allows(taken + 1, bytes + event.size()) || (closed && taken == 0)) {
                return false;
            }
            taken++;
            bytes += event.size();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Gives the place of an event back that never came. */
    void release(Event event) {
        lock.lock();
        try {
            taken--;
            bytes -= event.size();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets a delivery that is done: it arrived, or is lost. */
    void done(Delivery delivery) {
        pending.remove(delivery);
        release(delivery.event());
    }

    /** Adds an event in a place reserved before. */
    void add(Event event, Instant now) {
        Delivery delivery = pending.accept(event, now);
        lock.lock();
        try {
            fresh.add(delivery);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Adds a delivery that keeps its place until it is due again. */
    void repeat(Delivery delivery) {
        pending.save(delivery);
        lock.lock();
        try {
            repeated.add(delivery);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Adds what an earlier process did not come to deliver; it fitted there. */
    void restore(Delivery delivery) {
        lock.lock();
        try {
            taken++;
            bytes += delivery.event().size();
            repeated.add(delivery);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What is due now: repeated ones first, then new ones. */
    List<Delivery> take(Instant now, int most) {
        lock.lock();
        try {
            List<Delivery> batch = new ArrayList<>();
            while (batch.size() < most && (due(now) || !fresh.isEmpty())) {
                batch.add(due(now) ? repeated.remove() : fresh.remove());
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something is due; false when the queue is closed and empty. */
    boolean awaitDue(InstantSource clock) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (fresh.isEmpty() && !due(clock.instant())) {
                if (closed && taken == 0) {
                    return false;
                }
                Delivery next = repeated.peek();
                if (next == null) {
                    changed.await();
                } else {
                    long nanos = Duration.between(clock.instant(), next.due()).toNanos();
                    // The result tells only how long it took: the loop looks again anyway.
                    long ignored = changed.awaitNanos(nanos);
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it has less than so many new ones, and others may come. */
    boolean mayGrowTo(int batch) {
        lock.lock();
        try {
            return !closed && fresh.size() < batch;
        } finally {
            lock.unlock();
        }
    }

    /** No more waiting for new ones: the worker ends when the last delivery is done. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Deliveries not done, in flight ones included. */
    int size() {
        lock.lock();
        try {
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private boolean due(Instant now) {
        Delivery next = repeated.peek();
        return next != null && !next.due().isAfter(now);
    }
}
