package dev.tillstream.local.aws.kinesis.stream;

import dev.tillstream.local.aws.protocol.AwsException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All streams, and the memory they share. */
public final class Streams {

    private static final Logger log = LoggerFactory.getLogger(Streams.class);

    private final NavigableMap<StreamName, DataStream> byName = new ConcurrentSkipListMap<>();
    private final InstantSource clock;
    private final MemoryBudget budget;
    private final AtomicLong sequence;
    private final AtomicBoolean evicting = new AtomicBoolean();
    private final AtomicBoolean warned = new AtomicBoolean();

    public Streams(InstantSource clock, long maxBytes) {
        this.clock = clock;
        this.budget = new MemoryBudget(maxBytes);
        // Above the numbers of an earlier run, which a reader may have kept.
        this.sequence = new AtomicLong(clock.millis() << 20);
    }

    public Instant now() {
        return clock.instant();
    }

    public DataStream create(StreamName name, int shardCount, boolean onDemand) {
        var stream =
                new DataStream(
                        name,
                        shardCount,
                        onDemand,
                        clock.instant(),
                        sequence::incrementAndGet,
                        budget);
        if (byName.putIfAbsent(name, stream) != null) {
            throw AwsException.badRequest(
                    "ResourceInUseException", "Stream " + name + " exists already.");
        }
        return stream;
    }

    public DataStream get(StreamName name) {
        DataStream stream = byName.get(name);
        if (stream == null) {
            throw AwsException.badRequest(
                    "ResourceNotFoundException", "Stream " + name + " not found.");
        }
        return stream;
    }

    public void delete(StreamName name) {
        get(name);
        DataStream stream = byName.remove(name);
        if (stream != null) {
            stream.dropAll();
        }
    }

    /** The streams by name. */
    public NavigableMap<StreamName, DataStream> all() {
        return byName;
    }

    /** Drops the oldest records of all streams while they hold more than they may. */
    public void fitMemory() {
        if (!budget.exceeded() || !evicting.compareAndSet(false, true)) {
            return;
        }
        try {
            if (warned.compareAndSet(false, true)) {
                log.warn(
                        "The streams fill their {} MB: the oldest records go, read or not"
                                + " (--kinesis-mb)",
                        budget.limit() >> 20);
            }
            Optional<ShardLog> oldest = oldest();
            while (budget.exceeded() && oldest.isPresent()) {
                oldest.get().dropOldest();
                oldest = oldest();
            }
        } finally {
            evicting.set(false);
        }
    }

    /** Sequence numbers rise through all streams, so the lowest is the oldest. */
    private Optional<ShardLog> oldest() {
        return byName.values().stream()
                .flatMap(stream -> stream.shards().all().stream())
                .map(Shard::log)
                .filter(shard -> shard.oldest() < Long.MAX_VALUE)
                .min(Comparator.comparingLong(ShardLog::oldest));
    }
}
