package dev.tillstream.analytics.kinesis;

import dev.tillstream.analytics.shard.Ownership;
import dev.tillstream.analytics.shard.ShardProcessors;
import dev.tillstream.analytics.shard.Unread;
import dev.tillstream.analytics.watch.Pulses;
import dev.tillstream.analytics.watch.WatchedStream;
import dev.tillstream.analytics.window.KeyRange;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.coordinator.WorkerStateChangeListener;
import software.amazon.kinesis.leases.Lease;

/** Reads one stream from the start of the application to its end, and hands its shards over. */
final class StreamConsumer implements Ownership, WatchedStream, WorkerStateChangeListener {

    private static final Logger log = LoggerFactory.getLogger(StreamConsumer.class);

    private final SourceStream stream;
    private final SchedulerFactory schedulers;
    private final ShardProcessors processors;
    private final Shards shards;
    private final Duration stopTimeout;
    private final ReadClock reads;
    private final Unread unread;
    private final Consumer<String> whenBroken;
    private final Pulses pulses = new Pulses();

    private volatile WorkerState state = WorkerState.CREATED;
    private volatile boolean stopping;
    private volatile @Nullable Scheduler scheduler;

    StreamConsumer(
            SourceStream stream,
            SchedulerFactory schedulers,
            ShardProcessors processors,
            Shards shards,
            Duration stopTimeout,
            ReadClock reads,
            Unread unread,
            Consumer<String> whenBroken) {
        this.stream = stream;
        this.schedulers = schedulers;
        this.processors = processors;
        this.shards = shards;
        this.stopTimeout = stopTimeout;
        this.reads = reads;
        this.unread = unread;
        this.whenBroken = whenBroken;
    }

    void start() {
        stopping = false;
        Scheduler created =
                schedulers.create(stream, processors.of(stream.logical(), this), this, pulses);
        scheduler = created;
        Thread.ofPlatform().name("kcl-" + stream.name()).start(() -> run(created));
    }

    private void run(Scheduler created) {
        try {
            created.run();
        } finally {
            if (!stopping) {
                whenBroken.accept("KCL has ended");
            }
        }
    }

    /** Lets each shard flush and checkpoint, so that whoever is next has nothing to read again. */
    CompletableFuture<Void> stop() {
        Scheduler stopped = scheduler;
        stopping = true;
        if (stopped == null) {
            return CompletableFuture.completedFuture(null);
        }
        return stopped.startGracefulShutdown()
                .orTimeout(stopTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .handle((finished, failure) -> {
                    if (failure != null) {
                        log.warn("{}: shards were not handed over", stream.name(), failure);
                        stopped.shutdown();
                    }
                    scheduler = null;
                    return null;
                });
    }

    /** Whether shards are, or soon will be, read here. */
    boolean isReady() {
        return state == WorkerState.STARTED && !stopping;
    }

    @Override
    public String name() {
        return stream.name();
    }

    @Override
    public String logicalName() {
        return stream.logical();
    }

    @Override
    public List<String> heldShards() {
        Scheduler current = scheduler;
        return current == null
                ? List.of()
                : current.leaseCoordinator().getAssignments().stream()
                        .map(Lease::leaseKey)
                        .toList();
    }

    @Override
    public Pulses pulses() {
        return pulses;
    }

    @Override
    public Unread unread() {
        return unread;
    }

    Duration longestSilence(Collection<String> held) {
        return reads.longestSilence(held);
    }

    String describe() {
        return stream.name() + ": " + (stopping ? "stopping" : state);
    }

    @Override
    public void onWorkerStateChange(WorkerState newState) {
        state = newState;
    }

    @Override
    public void onAllInitializationAttemptsFailed(Throwable cause) {
        log.error("{}: KCL could not start", stream.name(), cause);
    }

    @Override
    public boolean isHeld(String shard) {
        Scheduler current = scheduler;
        return current != null && current.leaseCoordinator().getCurrentlyHeldLease(shard) != null;
    }

    @Override
    public KeyRange rangeOf(String shard) {
        return shards.rangeOf(shard);
    }

    @Override
    public void wasRead(String shard) {
        reads.wasRead(shard);
    }

    @Override
    public void giveUp(String shard, Throwable cause) {
        log.error("{}: {} can't go on", stream.name(), shard, cause);
        whenBroken.accept(shard + " can't go on");
    }
}
