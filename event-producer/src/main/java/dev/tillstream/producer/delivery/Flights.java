package dev.tillstream.producer.delivery;

import dev.tillstream.producer.UndeliveredException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** Deliveries that are under way at once, so many at most; the first failure ends them all. */
public final class Flights implements AutoCloseable {

    private final int most;
    private final Semaphore room;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    public Flights(int most) {
        this.most = most;
        room = new Semaphore(most);
    }

    /** A delivery; ends when each of its events is settled. */
    @FunctionalInterface
    public interface Delivery {
        void run() throws InterruptedException;
    }

    /**
     * Waits for room, then lets a delivery begin.
     *
     * @throws UndeliveredException if an earlier one has failed
     */
    public void start(Delivery delivery) throws InterruptedException {
        room.acquire();
        if (failure.get() != null) {
            room.release();
            throwFailure();
        }
        threads.execute(() -> {
            try {
                delivery.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure.compareAndSet(null, new UndeliveredException("stopped"));
            } catch (RuntimeException e) {
                failure.compareAndSet(null, e);
            } finally {
                room.release();
            }
        });
    }

    /**
     * Waits until none is under way any more.
     *
     * @throws UndeliveredException if one has failed
     */
    public void drain() throws InterruptedException {
        room.acquire(most);
        room.release(most);
        throwFailure();
    }

    /** Gives up what is under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }

    private void throwFailure() {
        RuntimeException failed = failure.get();
        if (failed instanceof UndeliveredException undelivered) {
            // A trace of the thread that asks, not of the one that failed.
            throw new UndeliveredException(undelivered.getMessage());
        }
        if (failed != null) {
            throw new IllegalStateException(failed);
        }
    }
}
