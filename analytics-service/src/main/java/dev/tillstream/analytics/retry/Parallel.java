package dev.tillstream.analytics.retry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Does many blocking calls at once, but never more than a bound, whoever asks. */
public final class Parallel {

    private final Semaphore permits;
    private final Runnable whenEnded;

    public Parallel(int bound) {
        this(new Semaphore(bound), () -> {});
    }

    private Parallel(Semaphore permits, Runnable whenEnded) {
        this.permits = permits;
        this.whenEnded = whenEnded;
    }

    /** Within the same bound, for one who is to hear of each call that has ended, well or badly. */
    public Parallel telling(Runnable listener) {
        return new Parallel(permits, listener);
    }

    /**
     * The results in the order of the inputs. Returns only when every call has ended.
     *
     * @throws RuntimeException the first failure, if there is one
     */
    public <T, R> List<R> map(Collection<T> inputs, Function<T, R> call) {
        List<Future<R>> futures = new ArrayList<>(inputs.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (T input : inputs) {
                Callable<R> task = () -> bounded(input, call);
                futures.add(threads.submit(task));
            }
        }
        return futures.stream().map(Parallel::result).toList();
    }

    private <T, R> R bounded(T input, Function<T, R> call) throws InterruptedException {
        permits.acquire();
        try {
            return call.apply(input);
        } finally {
            permits.release();
            whenEnded.run();
        }
    }

    private static <R> R result(Future<R> ended) {
        try {
            return ended.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
