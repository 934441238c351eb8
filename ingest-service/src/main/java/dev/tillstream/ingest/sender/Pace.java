package dev.tillstream.ingest.sender;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tillstream.contract.StoreId;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/**
 * A bucket of tokens for each store, of this instance: an event takes one. A request is let in
 * while any are left and then takes as many as it has events, so that it is never refused half
 * done; what it took too much, the store waits for. So one store that runs wild can't take all of
 * the bus.
 *
 * <p>Counted as {@code tillstream.ingest.slowed}. A bucket that is full again is forgotten; of more
 * stores than {@link PaceSettings#stores} at once some begin with a full one.
 */
final class Pace {

    private final PaceSettings settings;
    private final TimeMeter clock;
    private final Cache<StoreId, Bucket> buckets;
    private final Counter slowed;

    Pace(PaceSettings settings, TimeMeter clock, MeterRegistry meters) {
        this.settings = settings;
        this.clock = clock;
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(settings.stores())
                        .expireAfterAccess(
                                Duration.ofSeconds(
                                        1 + settings.burst() / settings.eventsPerSecond()))
                        .build();
        this.slowed =
                Counter.builder("tillstream.ingest.slowed")
                        .description("Requests refused since their store sends too fast")
                        .register(meters);
    }

    /**
     * The store's bucket, if it has tokens left.
     *
     * @throws TooFastException if not
     */
    Bucket enter(StoreId store) {
        Bucket bucket = buckets.get(store, s -> full());
        long wait = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        if (wait > 0) {
            slowed.increment();
            throw new TooFastException(Duration.ofNanos(wait));
        }
        return bucket;
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(settings.burst())
                                .refillGreedy(settings.eventsPerSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(clock)
                .build();
    }
}
