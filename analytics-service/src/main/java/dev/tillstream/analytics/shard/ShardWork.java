package dev.tillstream.analytics.shard;

import dev.tillstream.analytics.revenue.Arrival;
import dev.tillstream.analytics.revenue.KeyRange;
import dev.tillstream.analytics.revenue.ShardRevenue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The rhythm of one shard: taking records, making them durable, publishing rows, looking around.
 */
final class ShardWork {

    private final ShardRevenue revenue;
    private final KeyRange range;
    private final Persistence persistence;
    private final ShardSettings settings;
    private final InstantSource clock;

    private int unflushed;
    private boolean isCheckpointDue;
    private Instant lastFlush = Instant.EPOCH;
    private Instant lastSweep = Instant.EPOCH;

    ShardWork(
            ShardRevenue revenue,
            KeyRange range,
            Persistence persistence,
            ShardSettings settings,
            InstantSource clock) {
        this.revenue = revenue;
        this.range = range;
        this.persistence = persistence;
        this.settings = settings;
        this.clock = clock;
    }

    void take(Batch batch) {
        isCheckpointDue |= batch.size() > 0;
        batch.undecodable().forEach(revenue::reject);
        int chunk = settings.flushEvents();
        for (int from = 0; from < batch.sales().size(); from += chunk) {
            int to = Math.min(from + chunk, batch.sales().size());
            if (unflushed + to - from > chunk) {
                flush();
            }
            List<Arrival> sales = batch.sales().subList(from, to);
            persistence.insist(() -> revenue.accept(sales));
            unflushed += sales.size();
        }
    }

    boolean isFlushDue() {
        return isCheckpointDue
                && !clock.instant().isBefore(lastFlush.plus(settings.flushInterval()));
    }

    /** After it, all records that were taken may be checkpointed. */
    void flush() {
        persistence.insist(revenue::flush);
        unflushed = 0;
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
        persistence.attempt(() -> revenue.publish(now));
        if (!clock.instant().isBefore(lastSweep.plus(settings.sweepInterval()))) {
            lastSweep = clock.instant();
            persistence.attempt(() -> revenue.sweep(range, now));
        }
    }
}
