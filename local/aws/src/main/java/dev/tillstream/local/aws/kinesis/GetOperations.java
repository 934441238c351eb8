package dev.tillstream.local.aws.kinesis;

import dev.tillstream.local.aws.kinesis.stream.Batch;
import dev.tillstream.local.aws.kinesis.stream.DataStream;
import dev.tillstream.local.aws.kinesis.stream.SequenceNumber;
import dev.tillstream.local.aws.kinesis.stream.Shard;
import dev.tillstream.local.aws.kinesis.stream.StreamRecord;
import dev.tillstream.local.aws.kinesis.stream.Streams;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Members;
import dev.tillstream.local.aws.protocol.Timestamps;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reading records. */
final class GetOperations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_RECORDS = 10_000;

    private final Streams streams;
    private final StreamLookup lookup;
    private final ShardLimits limits;

    GetOperations(Streams streams, ShardLimits limits) {
        this.limits = limits;
        this.streams = streams;
        this.lookup = new StreamLookup(streams);
    }

    JsonNode iterator(JsonNode input) {
        DataStream stream = lookup.find(input);
        Instant now = streams.now();
        stream.trim(now);
        Shard shard = stream.shards().find(Members.text(input, "ShardId"));
        long position = position(input, shard, now);
        var iterator = new ShardIterator(stream.name(), shard.id(), position, now);
        return NODES.objectNode().put("ShardIterator", iterator.token());
    }

    JsonNode records(JsonNode input) {
        Instant now = streams.now();
        ShardIterator iterator =
                ShardIterator.parse(Members.text(input, "ShardIterator")).checked(now);
        int limit = Members.integer(input, "Limit", MAX_RECORDS, 1, MAX_RECORDS);
        DataStream stream = streams.get(iterator.stream());
        stream.trim(now);
        Shard shard = stream.shards().find(iterator.shardId());
        limits.get(stream, shard, now.toEpochMilli());
        Batch batch = shard.log().read(iterator.position(), limit);
        limits.got(
                shard,
                batch.records().stream().mapToLong(record -> record.data().length).sum(),
                now.toEpochMilli());
        ObjectNode reply = NODES.objectNode();
        ArrayNode records = reply.putArray("Records");
        batch.records().forEach(record -> records.add(view(record)));
        if (batch.exhausted()) {
            ArrayNode children = reply.putArray("ChildShards");
            stream.shards().childrenOf(shard).stream()
                    .map(ShardView::asChild)
                    .forEach(children::add);
        } else {
            reply.put("NextShardIterator", iterator.movedTo(batch.next(), now).token());
        }
        long behind = now.toEpochMilli() - batch.waitingSince().orElse(now.toEpochMilli());
        return reply.put("MillisBehindLatest", Math.max(0, behind));
    }

    private static long position(JsonNode input, Shard shard, Instant now) {
        String type = Members.text(input, "ShardIteratorType");
        return switch (type) {
            case "TRIM_HORIZON" -> 0;
            case "LATEST" -> shard.log().latest();
            case "AT_SEQUENCE_NUMBER" -> startingSequence(input);
            case "AFTER_SEQUENCE_NUMBER" -> startingSequence(input) + 1;
            case "AT_TIMESTAMP" -> shard.log().positionAt(timestamp(input, now));
            default -> throw Members.invalid("'" + type + "' is no ShardIteratorType.");
        };
    }

    private static long startingSequence(JsonNode input) {
        return SequenceNumber.parse(Members.text(input, "StartingSequenceNumber"));
    }

    private static Instant timestamp(JsonNode input, Instant now) {
        Instant time = Timestamps.read(input.path("Timestamp"));
        if (time.isAfter(now)) {
            throw AwsException.badRequest(
                    "InvalidArgumentException", "Timestamp " + time + " lies in the future.");
        }
        return time;
    }

    private static ObjectNode view(StreamRecord record) {
        ObjectNode node =
                NODES.objectNode()
                        .put("SequenceNumber", SequenceNumber.format(record.sequence()))
                        .put("PartitionKey", record.partitionKey())
                        .put("Data", record.data());
        node.set(
                "ApproximateArrivalTimestamp",
                Timestamps.node(Instant.ofEpochMilli(record.arrivedMillis())));
        return node;
    }
}
