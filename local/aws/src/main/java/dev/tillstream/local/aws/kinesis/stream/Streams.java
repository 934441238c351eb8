package dev.tillstream.local.aws.kinesis.stream;

import dev.tillstream.local.aws.disk.Disk;
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
    private final StreamArchive archive;
    private final AtomicBoolean evicting = new AtomicBoolean();
    private final AtomicBoolean warned = new AtomicBoolean();

    /** Those that an earlier process left on this disk are there again. */
    public Streams(InstantSource clock, long maxBytes, Disk disk) {
        this.clock = clock;
        this.budget = new MemoryBudget(maxBytes);
        // Above the numbers of an earlier run, which a reader may have kept.
        this.sequence = new AtomicLong(clock.millis() << 20);
        this.archive = new StreamArchive(disk);
        archive.streams((name, stream) ->
                byName.put(
                        name,
                        new DataStream(name, stream, sequence::incrementAndGet, keeping(name))));
        byName.values().forEach(stream -> stream.shards().all().forEach(this::passOver));
        archive.records(this::restore);
        fitMemory();
    }

    public Instant now() {
        return clock.instant();
    }

    public synchronized DataStream create(StreamName name, int shardCount, boolean onDemand) {
        if (byName.containsKey(name)) {
            throw AwsException.badRequest(
                    "ResourceInUseException", "Stream " + name + " exists already.");
        }
        var stream =
                new DataStream(
                        name,
                        shardCount,
                        onDemand,
                        clock.instant(),
                        sequence::incrementAndGet,
                        keeping(name));
        // Before anyone can put a record into it.
        stream.save();
        byName.put(name, stream);
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

    public synchronized void delete(StreamName name) {
        get(name);
        DataStream stream = byName.remove(name);
        if (stream != null) {
            archive.remove(name);
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

    private RecordKeeping keeping(StreamName name) {
        return new RecordKeeping(name, budget, archive);
    }

    /** A number given before is never given again, whatever the clock says. */
    private void passOver(Shard shard) {
        Shard.Closing closing = shard.closing();
        passOver(closing == null ? shard.startSequence() : closing.sequence());
    }

    private void passOver(long used) {
        sequence.accumulateAndGet(used, Math::max);
    }

    /** A record without its shard was left by a deletion that did not come to its end. */
    private void restore(StreamArchive.Kept kept) {
        passOver(kept.record().sequence());
        Optional.ofNullable(byName.get(new StreamName(kept.stream())))
                .flatMap(stream ->
                        stream.shards().all().stream()
                                .filter(shard -> shard.id().equals(kept.shardId()))
                                .filter(shard -> shard.startSequence() < kept.record().sequence())
                                .findFirst())
                .ifPresentOrElse(
                        shard -> shard.log().restore(kept.record()),
                        () -> archive.remove(kept.record().sequence()));
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
