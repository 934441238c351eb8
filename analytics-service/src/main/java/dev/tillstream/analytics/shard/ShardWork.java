package dev.tillstream.analytics.shard;

import dev.tillstream.analytics.window.Arrival;
import dev.tillstream.analytics.window.EventArchive;
import dev.tillstream.analytics.window.KeyRange;
import dev.tillstream.analytics.window.ShardWindows;
import dev.tillstream.contract.StoreEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The rhythm of one shard: taking records, making them durable, publishing rows, looking around.
 */
final class ShardWork {

    private final ShardWindows windows;
    private final EventArchive archive;
    private final KeyRange range;
    private final Persistence persistence;
    private final Runnable progress;
    private final ShardSettings settings;
    private final InstantSource clock;

    private final List<StoreEvent> unflushed = new ArrayList<>();
    private boolean isCheckpointDue;
    private Instant lastFlush = Instant.EPOCH;
    private Instant lastSweep = Instant.EPOCH;

    ShardWork(
            ShardWindows windows,
            EventArchive archive,
            KeyRange range,
            Persistence persistence,
            Runnable progress,
            ShardSettings settings,
            InstantSource clock) {
        this.windows = windows;
        this.archive = archive;
        this.range = range;
        this.persistence = persistence;
        this.progress = progress;
        this.settings = settings;
        this.clock = clock;
    }

    void take(Batch batch) {
        isCheckpointDue |= batch.size() > 0;
        batch.undecodable().forEach(windows::reject);
        int chunk = settings.flushEvents();
        for (int from = 0; from < batch.events().size(); from += chunk) {
            int to = Math.min(from + chunk, batch.events().size());
            if (unflushed.size() + to - from > chunk) {
                flush();
            }
            List<Arrival> events = batch.events().subList(from, to);
            persistence.insist(() -> windows.accept(events));
            events.forEach(arrival -> unflushed.add(arrival.event()));
        }
    }

    boolean isFlushDue() {
        return isCheckpointDue
                && !clock.instant().isBefore(lastFlush.plus(settings.flushInterval()));
    }

    /** After it, all records that were taken may be checkpointed. */
    void flush() {
        persistence.insist(windows::flush);
        if (!unflushed.isEmpty()) {
            persistence.insist(() -> archive.keep(List.copyOf(unflushed), progress));
            unflushed.clear();
        }
        lastFlush = clock.instant();
    }

    void checkpointed() {
        isCheckpointDue = false;
    }

    boolean isCheckpointDue() {
        return isCheckpointDue;
    }

    void insist(Runnable action) {
        persistence.insist(action);
    }

    /** Publishes and sweeps. What fails here is done later: no record waits for it. */
    void publish(Instant now) {
        persistence.attempt(() -> windows.publish(now));
        if (!clock.instant().isBefore(lastSweep.plus(settings.sweepInterval()))) {
            lastSweep = clock.instant();
            persistence.attempt(() -> windows.sweep(range, now));
        }
    }
}
