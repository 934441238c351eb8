package dev.tillstream.local.aws.kinesis.stream;

import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.disk.Shelf;
import dev.tillstream.local.aws.protocol.Timestamps;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The streams and their records as they are on disk: streams by name, records by number. */
final class StreamArchive {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Shelf<String> streams;
    private final Shelf<Long> records;

    StreamArchive(Disk disk) {
        streams = disk.named("kinesis.streams");
        records = disk.numbered("kinesis.records");
    }

    /** A record on disk: whose, and what. */
    record Kept(String stream, String shardId, StreamRecord record) {}

    /** One at a time, so that an older picture never replaces a newer one. */
    synchronized void save(DataStream stream) {
        streams.put(stream.name().value(), () -> write(stream));
    }

    void remove(StreamName stream) {
        streams.remove(stream.value());
    }

    void save(StreamName stream, String shardId, StreamRecord record) {
        records.put(
                record.sequence(),
                () ->
                        NODES.objectNode()
                                .put("stream", stream.value())
                                .put("shard", shardId)
                                .put("arrived", record.arrivedMillis())
                                .put("key", record.partitionKey())
                                .put("data", record.data()));
    }

    void remove(long sequence) {
        records.remove(sequence);
    }

    void streams(BiConsumer<StreamName, JsonNode> use) {
        streams.forEach((name, stream) -> use.accept(new StreamName(name), stream));
    }

    /** In the order of their numbers. */
    void records(Consumer<Kept> use) {
        records.forEach((sequence, record) ->
                use.accept(
                        new Kept(
                                record.path("stream").stringValue(),
                                record.path("shard").stringValue(),
                                new StreamRecord(
                                        sequence,
                                        record.path("arrived").longValue(),
                                        record.path("key").stringValue(),
                                        record.path("data").binaryValue()))));
    }

    private static ObjectNode write(DataStream stream) {
        ObjectNode node =
                NODES.objectNode()
                        .put("onDemand", stream.isOnDemand())
                        .put("retentionHours", stream.retentionHours())
                        .put("shardsCreated", stream.shards().created());
        node.set("createdAt", Timestamps.node(stream.createdAt()));
        ObjectNode tags = node.putObject("tags");
        stream.tags().forEach(tags::put);
        ArrayNode shards = node.putArray("shards");
        stream.shards().all().forEach(shard -> shards.add(write(shard)));
        return node;
    }

    private static ObjectNode write(Shard shard) {
        ObjectNode node =
                NODES.objectNode()
                        .put("id", shard.id())
                        .put("start", shard.range().start().toString())
                        .put("end", shard.range().end().toString())
                        .put("sequence", shard.startSequence());
        node.set("openedAt", Timestamps.node(shard.openedAt()));
        ArrayNode parents = node.putArray("parents");
        shard.parents().forEach(parents::add);
        Shard.Closing closing = shard.closing();
        if (closing != null) {
            node.put("closingSequence", closing.sequence())
                    .set("closedAt", Timestamps.node(closing.at()));
        }
        return node;
    }

    static Shard shard(JsonNode node, RecordKeeping keeping) {
        List<String> parents =
                node.path("parents").valueStream().map(JsonNode::stringValue).toList();
        HashRange range =
                new HashRange(
                        new BigInteger(node.path("start").stringValue()),
                        new BigInteger(node.path("end").stringValue()));
        Instant openedAt = Timestamps.read(node.path("openedAt"));
        Shard shard =
                new Shard(
                        node.path("id").stringValue(),
                        range,
                        parents,
                        node.path("sequence").longValue(),
                        openedAt,
                        keeping);
        if (node.has("closedAt")) {
            shard.restoreClosing(
                    new Shard.Closing(
                            node.path("closingSequence").longValue(),
                            Timestamps.read(node.path("closedAt"))));
        }
        return shard;
    }
}
