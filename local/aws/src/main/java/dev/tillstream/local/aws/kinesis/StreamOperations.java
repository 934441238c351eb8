package dev.tillstream.local.aws.kinesis;

import dev.tillstream.local.aws.kinesis.stream.DataStream;
import dev.tillstream.local.aws.kinesis.stream.Shard;
import dev.tillstream.local.aws.kinesis.stream.StreamName;
import dev.tillstream.local.aws.kinesis.stream.Streams;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Members;
import dev.tillstream.local.aws.protocol.Timestamps;
import java.util.List;
import java.util.NavigableMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Operations on streams as a whole. */
final class StreamOperations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_SHARDS = 1000;

    private final Streams streams;
    private final StreamLookup lookup;

    StreamOperations(Streams streams) {
        this.streams = streams;
        this.lookup = new StreamLookup(streams);
    }

    /** The stream is ACTIVE at once. */
    JsonNode create(JsonNode input) {
        boolean onDemand =
                Members.optionalText(input.path("StreamModeDetails"), "StreamMode")
                        .filter("ON_DEMAND"::equals)
                        .isPresent();
        int shards = Members.integer(input, "ShardCount", onDemand ? 4 : 1, 1, MAX_SHARDS);
        DataStream stream =
                streams.create(new StreamName(Members.text(input, "StreamName")), shards, onDemand);
        TagOperations.put(stream, input.path("Tags"));
        return NODES.objectNode();
    }

    JsonNode delete(JsonNode input) {
        streams.delete(StreamLookup.name(input));
        return NODES.objectNode();
    }

    JsonNode list(JsonNode input) {
        int limit = Members.integer(input, "Limit", 100, 1, 10_000);
        String after =
                Members.optionalText(input, "NextToken")
                        .or(() -> Members.optionalText(input, "ExclusiveStartStreamName"))
                        .orElse("");
        NavigableMap<StreamName, DataStream> rest =
                after.isEmpty()
                        ? streams.all()
                        : streams.all().tailMap(new StreamName(after), false);
        List<DataStream> page = rest.values().stream().limit(limit + 1L).toList();
        boolean more = page.size() > limit;
        ObjectNode reply = NODES.objectNode().put("HasMoreStreams", more);
        ArrayNode names = reply.putArray("StreamNames");
        ArrayNode summaries = reply.putArray("StreamSummaries");
        for (DataStream stream : page.subList(0, more ? limit : page.size())) {
            names.add(stream.name().value());
            summaries.add(identity(stream));
        }
        return more ? reply.put("NextToken", page.get(limit - 1).name().value()) : reply;
    }

    JsonNode describe(JsonNode input) {
        DataStream stream = lookup.find(input);
        stream.trim(streams.now());
        int limit = Members.integer(input, "Limit", 100, 1, 10_000);
        String after = Members.optionalText(input, "ExclusiveStartShardId").orElse("");
        List<Shard> page =
                stream.shards().all().stream()
                        .filter(shard -> shard.id().compareTo(after) > 0)
                        .limit(limit + 1L)
                        .toList();
        ObjectNode description = description(stream).put("HasMoreShards", page.size() > limit);
        ArrayNode shards = description.putArray("Shards");
        page.stream().limit(limit).map(ShardView::of).forEach(shards::add);
        return NODES.objectNode().set("StreamDescription", description);
    }

    JsonNode summarize(JsonNode input) {
        DataStream stream = lookup.find(input);
        ObjectNode summary =
                description(stream)
                        .put("OpenShardCount", stream.shards().open().size())
                        .put("ConsumerCount", 0);
        return NODES.objectNode().set("StreamDescriptionSummary", summary);
    }

    JsonNode increaseRetention(JsonNode input) {
        return retain(input, true);
    }

    JsonNode decreaseRetention(JsonNode input) {
        return retain(input, false);
    }

    private JsonNode retain(JsonNode input, boolean longer) {
        DataStream stream = lookup.find(input);
        int hours = Members.integer(input, "RetentionPeriodHours", 24, 24, 8760);
        int now = stream.retentionHours();
        if (longer ? hours < now : hours > now) {
            throw AwsException.badRequest(
                    "InvalidArgumentException",
                    "Retention of "
                            + now
                            + " hours does not "
                            + (longer ? "increase" : "decrease")
                            + " to "
                            + hours
                            + ".");
        }
        stream.retain(hours);
        return NODES.objectNode();
    }

    private static ObjectNode identity(DataStream stream) {
        ObjectNode node =
                NODES.objectNode()
                        .put("StreamName", stream.name().value())
                        .put("StreamARN", stream.name().arn())
                        .put("StreamStatus", "ACTIVE");
        node.set("StreamCreationTimestamp", Timestamps.node(stream.createdAt()));
        node.putObject("StreamModeDetails")
                .put("StreamMode", stream.isOnDemand() ? "ON_DEMAND" : "PROVISIONED");
        return node;
    }

    private static ObjectNode description(DataStream stream) {
        ObjectNode node =
                identity(stream)
                        .put("RetentionPeriodHours", stream.retentionHours())
                        .put("EncryptionType", "NONE");
        node.putArray("EnhancedMonitoring").addObject().putArray("ShardLevelMetrics");
        return node;
    }
}
