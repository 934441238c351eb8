package dev.tillstream.local.aws.kinesis;

import dev.tillstream.local.aws.TestClock;
import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.protocol.Members;
import dev.tillstream.local.aws.protocol.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A Kinesis with a clock of the test's, called in the words of a test. */
final class KinesisFixture {

    static final String STREAM = "sales";

    final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
    final Kinesis kinesis;

    KinesisFixture() {
        this(64 << 20);
    }

    KinesisFixture(long maxBytes) {
        this(maxBytes, false);
    }

    KinesisFixture(long maxBytes, boolean limited) {
        kinesis = new Kinesis(clock, maxBytes, limited, Disk.none());
    }

    static KinesisFixture withShards(int count) {
        var fixture = new KinesisFixture();
        fixture.create(STREAM, count);
        return fixture;
    }

    void create(String stream, int shards) {
        call("CreateStream", "{'StreamName':'%s','ShardCount':%d}".formatted(stream, shards));
    }

    /** Calls with a JSON input that is written with single quotes. */
    JsonNode call(String operation, String input) {
        return kinesis.handle(operation, json(input));
    }

    static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    JsonNode put(String key, String data) {
        return put(STREAM, key, data);
    }

    JsonNode put(String stream, String key, String data) {
        return kinesis.handle(
                "PutRecord",
                json("{}")
                        .put("StreamName", stream)
                        .put("PartitionKey", key)
                        .put("Data", data.getBytes(StandardCharsets.UTF_8)));
    }

    JsonNode putAt(String hashKey, String data) {
        return kinesis.handle(
                "PutRecord",
                json("{}")
                        .put("StreamName", STREAM)
                        .put("PartitionKey", "any")
                        .put("ExplicitHashKey", hashKey)
                        .put("Data", data.getBytes(StandardCharsets.UTF_8)));
    }

    String iterator(int shard, String type) {
        return iterator(STREAM, shard, type);
    }

    String iterator(String stream, int shard, String type) {
        return call(
                        "GetShardIterator",
                        "{'StreamName':'%s','ShardId':'%s','ShardIteratorType':'%s'}"
                                .formatted(stream, shard(shard), type))
                .path("ShardIterator")
                .stringValue();
    }

    String iteratorFrom(int shard, String type, String sequence) {
        return call(
                        "GetShardIterator",
                        ("{'StreamName':'sales','ShardId':'%s','ShardIteratorType':'%s',"
                                        + "'StartingSequenceNumber':'%s'}")
                                .formatted(shard(shard), type, sequence))
                .path("ShardIterator")
                .stringValue();
    }

    String iteratorAt(int shard, Instant time) {
        ObjectNode input =
                json("{'StreamName':'sales','ShardIteratorType':'AT_TIMESTAMP'}")
                        .put("ShardId", shard(shard));
        input.set("Timestamp", Timestamps.node(time));
        return kinesis.handle("GetShardIterator", input).path("ShardIterator").stringValue();
    }

    JsonNode get(String iterator) {
        return call("GetRecords", "{'ShardIterator':'%s'}".formatted(iterator));
    }

    JsonNode get(String iterator, int limit) {
        return call("GetRecords", "{'ShardIterator':'%s','Limit':%d}".formatted(iterator, limit));
    }

    /** The data of all records from the start of a shard, as text. */
    List<String> all(int shard) {
        return data(get(iterator(shard, "TRIM_HORIZON")));
    }

    List<String> shards(String filter) {
        JsonNode reply =
                filter.isEmpty()
                        ? call("ListShards", "{'StreamName':'sales'}")
                        : call(
                                "ListShards",
                                "{'StreamName':'sales','ShardFilter':%s}".formatted(filter));
        return texts(reply.path("Shards"), "ShardId");
    }

    static String shard(int number) {
        return "shardId-%012d".formatted(number);
    }

    static List<String> data(JsonNode reply) {
        List<String> data = new ArrayList<>();
        for (JsonNode record : reply.path("Records")) {
            data.add(new String(Members.blob(record, "Data"), StandardCharsets.UTF_8));
        }
        return data;
    }

    static List<String> texts(JsonNode list, String member) {
        return list.valueStream().map(element -> element.path(member).stringValue()).toList();
    }
}
