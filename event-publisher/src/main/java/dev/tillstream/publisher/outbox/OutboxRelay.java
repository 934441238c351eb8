package dev.tillstream.publisher.outbox;

import dev.tillstream.publisher.EventPublisher;
import dev.tillstream.publisher.OutgoingEvent;
import dev.tillstream.publisher.PublishResult;
import dev.tillstream.publisher.PublishResult.Accepted;
import dev.tillstream.publisher.PublishResult.Refused;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings stored events to the bus, at least once: at once what this instance has just stored, and
 * what nobody delivered in time when a look into the store finds it. Memory only makes it fast: a
 * crash, a bus that is down or a queue that is full leave events where they are stored.
 *
 * <p>While the bus fails it is left alone for pauses that grow up to a bound, and what is offered
 * meanwhile waits in the store.
 */
public final class OutboxRelay implements AutoCloseable {

    /** A request's worth of parcels, which mostly hold one event each. */
    private static final int AT_ONCE = 10;

    private static final System.Logger LOG = System.getLogger(OutboxRelay.class.getName());

    private final Outbox outbox;
    private final EventPublisher publisher;
    private final RelaySettings settings;
    private final RelayMeter meter;
    private final Rest rest;
    private final BlockingQueue<Parcel> waiting;
    private final ReentrantLock gathering = new ReentrantLock();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    /** A relay that does nothing before it is started. */
    public OutboxRelay(
            Outbox outbox, EventPublisher publisher, RelaySettings settings, RelayMeter meter) {
        this.outbox = outbox;
        this.publisher = publisher;
        this.settings = settings;
        this.meter = meter;
        rest = new Rest(settings.rest());
        waiting = new ArrayBlockingQueue<>(settings.capacity());
    }

    /** Starts its threads. */
    public void start() {
        for (int i = 0; i < settings.workers(); i++) {
            threads.add(Thread.ofVirtual().name("outbox-" + i).start(this::relayWaiting));
        }
        threads.add(Thread.ofVirtual().name("outbox-sweep").start(this::sweep));
    }

    /** Takes what was just stored, without waiting and without a promise: the store has it. */
    public void offer(Parcel parcel) {
        if (open && !rest.isOn()) {
            boolean inMemory = waiting.offer(parcel);
            if (!inMemory) {
                LOG.log(Level.DEBUG, "The outbox's queue is full");
            }
        }
    }

    /** Sends what is in memory, as long as it may take; the rest stays in the store. */
    @Override
    public void close() {
        open = false;
        long end = System.nanoTime() + settings.drain().toNanos();
        for (Thread thread : threads) {
            if (!joined(thread, end)) {
                thread.interrupt();
            }
        }
    }

    private static boolean joined(Thread thread, long end) {
        try {
            long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            return thread.join(Duration.ofMillis(Math.max(1, millis)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void relayWaiting() {
        try {
            while (open || !waiting.isEmpty()) {
                List<Parcel> parcels = gather();
                // While the bus rests these wait in the store.
                if (!parcels.isEmpty() && !rest.isOn()) {
                    relay(parcels);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One thread at a time: several would each linger over a parcel of their own. */
    private List<Parcel> gather() throws InterruptedException {
        gathering.lockInterruptibly();
        try {
            List<Parcel> parcels = new ArrayList<>();
            // Who got here while the relay was closed waits for none.
            Parcel next = waiting.poll(open ? 100 : 0, TimeUnit.MILLISECONDS);
            long end = System.nanoTime() + settings.linger().toNanos();
            while (next != null) {
                parcels.add(next);
                next =
                        parcels.size() == AT_ONCE
                                ? null
                                : waiting.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
            return parcels;
        } finally {
            gathering.unlock();
        }
    }

    private void sweep() {
        try {
            while (open) {
                if (rest.isOn() || !foundOverdue()) {
                    pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sleeps in slices, so that a stop is not held up. */
    private void pause() throws InterruptedException {
        long end = System.nanoTime() + settings.sweep().toNanos();
        while (open && System.nanoTime() < end) {
            Thread.sleep(Math.min(100, settings.sweep().toMillis()));
        }
    }

    private boolean foundOverdue() throws InterruptedException {
        List<Parcel> overdue = takeOverdue();
        if (!overdue.isEmpty()) {
            meter.overdue(overdue.size());
        }
        for (Parcel parcel : overdue) {
            // What finds no room for so long is overdue again later.
            if (!waiting.offer(parcel, settings.sweep().toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return !overdue.isEmpty();
    }

    private List<Parcel> takeOverdue() {
        try {
            return outbox.takeOverdue(settings.workers() * AT_ONCE);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The outbox can't be read; it is tried again", e);
            return List.of();
        }
    }

    private void relay(List<Parcel> parcels) {
        List<OutgoingEvent> events =
                parcels.stream().flatMap(parcel -> parcel.events().stream()).toList();
        List<PublishResult> results = publisher.publish(events);
        int accepted = (int) results.stream().filter(Accepted.class::isInstance).count();
        meter.relayed(accepted);
        if (accepted < results.size()) {
            meter.refused(results.size() - accepted);
            report(results);
        }
        rest.after(accepted > 0);
        note(parcels, results);
    }

    /** Parcels of which the bus has all events are done with. */
    private void note(List<Parcel> parcels, List<PublishResult> results) {
        int from = 0;
        for (Parcel parcel : parcels) {
            int to = from + parcel.events().size();
            if (results.subList(from, to).stream().allMatch(Accepted.class::isInstance)) {
                note(parcel);
            }
            from = to;
        }
    }

    private static void note(Parcel parcel) {
        try {
            parcel.delivered().run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Can't note that events were delivered: they go again", e);
        }
    }

    private static void report(List<PublishResult> results) {
        results.stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .findFirst()
                .ifPresent(refused ->
                        LOG.log(
                                refused.retryable() ? Level.WARNING : Level.ERROR,
                                "The bus refused events of the outbox, they go again later: {0} {1}",
                                refused.code(),
                                refused.message()));
    }
}
