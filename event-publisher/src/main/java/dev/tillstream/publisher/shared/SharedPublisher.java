package dev.tillstream.publisher.shared;

import dev.tillstream.publisher.OutgoingEvent;
import dev.tillstream.publisher.PublishResult;
import dev.tillstream.publisher.PublishResult.Refused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Lets many senders share calls: each waits for its own events only, and what fails is sent again
 * by the publisher behind, without those that did not fail. Thread-safe; closing it refuses new
 * events and waits for those that are held.
 */
public final class SharedPublisher implements AutoCloseable {

    private static final Refused UNKNOWN = new Refused(Refused.UNKNOWN, "no answer", true);

    private final Function<List<OutgoingEvent>, List<PublishResult>> publisher;
    private final LongSupplier nanos;
    private final CallObserver observer;
    private final Backlog backlog;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition emptied = lock.newCondition();
    private boolean closed;

    /**
     * Starts it.
     *
     * @param publisher makes one call, and again for what fails of it; blocks, one virtual thread
     *     each. Must end: nothing here ends it
     * @param nanos a clock that never goes back, such as {@code System::nanoTime}
     */
    public SharedPublisher(
            Function<List<OutgoingEvent>, List<PublishResult>> publisher,
            SharingSettings settings,
            LongSupplier nanos,
            CallObserver observer) {
        this.publisher = publisher;
        this.nanos = nanos;
        this.observer = observer;
        this.backlog = new Backlog(settings);
        Thread.ofPlatform().name("bus-dispatcher").daemon().start(this::dispatch);
    }

    /**
     * Sends events and waits until it is known what became of each. Those for which there is no
     * room are refused at once as {@link Refused#QUEUE_FULL}.
     *
     * @return one result per event, in their order
     */
    public List<PublishResult> publish(List<OutgoingEvent> events) {
        Consignment consignment = new Consignment(events);
        lock.lock();
        try {
            boolean wasEmpty = backlog.waiting() == 0;
            if (closed) {
                settle(consignment.parcels(), new Refused(Refused.NOT_SENT, "closed", true));
            } else {
                settle(
                        backlog.offer(consignment, nanos.getAsLong()),
                        new Refused(Refused.QUEUE_FULL, "too many events wait", true));
            }
            if (wasEmpty || backlog.isFull()) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
        return await(consignment);
    }

    /** How many events wait, and are under way. */
    public Depth depth() {
        lock.lock();
        try {
            return new Depth(
                    backlog.waiting(), backlog.held(), backlog.heldBytes(), backlog.calls());
        } finally {
            lock.unlock();
        }
    }

    /**
     * What is held at one moment.
     *
     * @param waiting events that wait for a call
     * @param held events that have no result yet
     * @param heldBytes their bytes
     * @param calls calls under way
     */
    public record Depth(int waiting, int held, long heldBytes, int calls) {}

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
            while (backlog.held() > 0) {
                emptied.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private List<PublishResult> await(Consignment consignment) {
        try {
            consignment.settled().get();
            return consignment.results(UNKNOWN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return consignment.results(
                    new Refused(Refused.INTERRUPTED, "interrupted while sending", true));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a consignment only ever completes", e);
        }
    }

    private void dispatch() {
        lock.lock();
        try {
            while (!closed || backlog.held() > 0) {
                long now = nanos.getAsLong();
                settle(
                        backlog.expired(now),
                        new Refused(Refused.NOT_SENT, "no call was free for too long", true));
                List<Parcel> call = backlog.next(now);
                if (call.isEmpty()) {
                    long ignored = changed.awaitNanos(backlog.nextIn(now));
                } else {
                    Thread.ofVirtual().name("bus-call").start(() -> call(call));
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        } finally {
            emptied.signalAll();
            lock.unlock();
        }
    }

    private void call(List<Parcel> call) {
        long start = nanos.getAsLong();
        List<PublishResult> results = List.of();
        try {
            results = publisher.apply(call.stream().map(Parcel::event).toList());
        } finally {
            for (int i = 0; i < call.size(); i++) {
                Parcel parcel = call.get(i);
                parcel.sender()
                        .settle(parcel.index(), i < results.size() ? results.get(i) : UNKNOWN);
            }
            done(call);
            observer.called(call.size(), Duration.ofNanos(nanos.getAsLong() - start));
        }
    }

    private void done(List<Parcel> call) {
        lock.lock();
        try {
            backlog.done(call);
            if (backlog.waiting() > 0 || closed) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void settle(List<Parcel> parcels, Refused why) {
        parcels.forEach(parcel -> parcel.sender().settle(parcel.index(), why));
    }
}
