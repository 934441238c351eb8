package dev.tillstream.local.aws.kinesis;

import dev.tillstream.local.aws.kinesis.stream.DataStream;
import dev.tillstream.local.aws.kinesis.stream.HashRange;
import dev.tillstream.local.aws.kinesis.stream.Shard;
import dev.tillstream.local.aws.kinesis.stream.Streams;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Members;
import dev.tillstream.local.aws.protocol.Timestamps;
import dev.tillstream.local.aws.protocol.WireFormat;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Listing and resharding. */
final class ShardOperations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Streams streams;
    private final StreamLookup lookup;

    ShardOperations(Streams streams) {
        this.streams = streams;
        this.lookup = new StreamLookup(streams);
    }

    JsonNode list(JsonNode input) {
        JsonNode request = Members.optionalText(input, "NextToken").map(this::resume).orElse(input);
        DataStream stream = lookup.find(request);
        stream.trim(streams.now());
        int limit = Members.integer(input, "MaxResults", 1000, 1, 10_000);
        String after = Members.optionalText(request, "ExclusiveStartShardId").orElse("");
        List<Shard> page =
                stream.shards().all().stream()
                        .filter(shard -> shard.id().compareTo(after) > 0)
                        .filter(filter(request.path("ShardFilter"), stream))
                        .limit(limit + 1L)
                        .toList();
        ObjectNode reply = NODES.objectNode();
        ArrayNode shards = reply.putArray("Shards");
        page.stream().limit(limit).map(ShardView::of).forEach(shards::add);
        return page.size() > limit
                ? reply.put("NextToken", token(request, page.get(limit - 1)))
                : reply;
    }

    JsonNode split(JsonNode input) {
        String shard = Members.text(input, "ShardToSplit");
        BigInteger newStart = hashKey(Members.text(input, "NewStartingHashKey"));
        lookup.find(input).shards().split(shard, newStart, streams.now());
        return NODES.objectNode();
    }

    JsonNode merge(JsonNode input) {
        String shard = Members.text(input, "ShardToMerge");
        String adjacent = Members.text(input, "AdjacentShardToMerge");
        lookup.find(input).shards().merge(shard, adjacent, streams.now());
        return NODES.objectNode();
    }

    JsonNode scale(JsonNode input) {
        DataStream stream = lookup.find(input);
        int target = Members.integer(input, "TargetShardCount", 0, 1, 10_000);
        int before = stream.shards().scale(target, streams.now());
        return NODES.objectNode()
                .put("StreamName", stream.name().value())
                .put("StreamARN", stream.name().arn())
                .put("CurrentShardCount", before)
                .put("TargetShardCount", target);
    }

    static BigInteger hashKey(String digits) {
        if (digits.matches("0|[1-9][0-9]{0,38}")) {
            var key = new BigInteger(digits);
            if (HashRange.ALL.contains(key)) {
                return key;
            }
        }
        throw Members.invalid("'" + digits + "' is no hash key.");
    }

    private Predicate<Shard> filter(JsonNode filter, DataStream stream) {
        Instant horizon = stream.horizon(streams.now());
        String type = Members.optionalText(filter, "Type").orElse("FROM_TRIM_HORIZON");
        return switch (type) {
            case "AFTER_SHARD_ID" -> {
                String id = Members.text(filter, "ShardId");
                yield shard -> shard.id().compareTo(id) > 0;
            }
            case "AT_TRIM_HORIZON" -> shard -> shard.wasOpenAt(horizon);
            case "FROM_TRIM_HORIZON" -> shard -> shard.isOpenAfter(horizon);
            case "AT_LATEST" -> Shard::isOpen;
            case "AT_TIMESTAMP" -> {
                Instant time = notBefore(horizon, filter);
                yield shard -> shard.wasOpenAt(time);
            }
            case "FROM_TIMESTAMP" -> {
                Instant time = notBefore(horizon, filter);
                yield shard -> shard.isOpenAfter(time);
            }
            default -> throw Members.invalid("'" + type + "' is no type of ShardFilter.");
        };
    }

    private static Instant notBefore(Instant horizon, JsonNode filter) {
        Instant time = Timestamps.read(filter.path("Timestamp"));
        return time.isBefore(horizon) ? horizon : time;
    }

    /** The token is the request itself, going on after the page's last shard. */
    private static String token(JsonNode request, Shard last) {
        JsonNode next = ((ObjectNode) request.deepCopy()).put("ExclusiveStartShardId", last.id());
        return Base64.getUrlEncoder().encodeToString(WireFormat.CBOR.write(next));
    }

    private JsonNode resume(String token) {
        try {
            return WireFormat.CBOR.read(Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException | AwsException e) {
            throw AwsException.badRequest("ExpiredNextTokenException", "No token of ListShards.");
        }
    }
}
