package dev.tillstream.local.aws.kinesis.stream;

import dev.tillstream.local.aws.protocol.Timestamps;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;

/** One stream: its shards, how long it keeps records, its tags. */
public final class DataStream {

    private final StreamName name;
    private final boolean onDemand;
    private final Instant createdAt;
    private final LongSupplier sequences;
    private final StreamArchive archive;
    private final ShardMap shards;
    private final Map<String, String> tags = new ConcurrentSkipListMap<>();
    private volatile int retentionHours = 24;

    /** Where a record went. */
    public record Placement(String shardId, long sequence) {}

    DataStream(
            StreamName name,
            int shardCount,
            boolean onDemand,
            Instant createdAt,
            LongSupplier sequences,
            RecordKeeping keeping) {
        this.name = name;
        this.onDemand = onDemand;
        this.createdAt = createdAt;
        this.sequences = sequences;
        this.archive = keeping.archive();
        this.shards = new ShardMap(shardCount, createdAt, sequences, keeping, this::save);
    }

    /** One of an earlier process, as its archive has it. */
    DataStream(StreamName name, JsonNode archived, LongSupplier sequences, RecordKeeping keeping) {
        this.name = name;
        this.onDemand = archived.path("onDemand").booleanValue();
        this.createdAt = Timestamps.read(archived.path("createdAt"));
        this.sequences = sequences;
        this.archive = keeping.archive();
        this.retentionHours = archived.path("retentionHours").intValue();
        archived.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().stringValue()));
        List<Shard> known =
                archived.path("shards")
                        .valueStream()
                        .map(shard -> StreamArchive.shard(shard, keeping))
                        .toList();
        this.shards =
                new ShardMap(
                        known,
                        archived.path("shardsCreated").intValue(),
                        sequences,
                        keeping,
                        this::save);
    }

    /** To be called after each change of what is not a record. */
    public void save() {
        archive.save(this);
    }

    public StreamName name() {
        return name;
    }

    public boolean isOnDemand() {
        return onDemand;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public ShardMap shards() {
        return shards;
    }

    public Map<String, String> tags() {
        return tags;
    }

    public int retentionHours() {
        return retentionHours;
    }

    public void retain(int hours) {
        retentionHours = hours;
        save();
    }

    /** Puts one record; a shard found closed means that resharding is under way, so it waits. */
    public Placement put(String partitionKey, BigInteger hash, byte[] data, Instant now) {
        Shard shard = shards.at(hash);
        while (true) {
            StreamRecord record =
                    shard.log().append(partitionKey, data, sequences, now.toEpochMilli());
            if (record != null) {
                return new Placement(shard.id(), record.sequence());
            }
            shard = shards.settledAt(hash);
        }
    }

    /** The earliest time from which records may still be there. */
    public Instant horizon(Instant now) {
        Instant retained = retainedFrom(now);
        return retained.isBefore(createdAt) ? createdAt : retained;
    }

    /** Forgets records, and closed shards, whose retention has passed. */
    public void trim(Instant now) {
        Instant from = retainedFrom(now);
        shards.all().forEach(shard -> shard.log().trimBefore(from));
        shards.forgetClosedBefore(from);
    }

    void dropAll() {
        shards.all().forEach(shard -> shard.log().dropAll());
    }

    private Instant retainedFrom(Instant now) {
        return now.minus(Duration.ofHours(retentionHours));
    }
}
