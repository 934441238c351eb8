package dev.tillstream.local.aws.kinesis;

import dev.tillstream.local.aws.kinesis.stream.HashRange;
import dev.tillstream.local.aws.kinesis.stream.SequenceNumber;
import dev.tillstream.local.aws.kinesis.stream.Shard;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A shard as replies show it. */
final class ShardView {

    private ShardView() {}

    static ObjectNode of(Shard shard) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("ShardId", shard.id());
        if (!shard.parents().isEmpty()) {
            node.put("ParentShardId", shard.parents().getFirst());
        }
        if (shard.parents().size() == 2) {
            node.put("AdjacentParentShardId", shard.parents().getLast());
        }
        putRange(node, shard.range());
        ObjectNode sequences =
                node.putObject("SequenceNumberRange")
                        .put(
                                "StartingSequenceNumber",
                                SequenceNumber.format(shard.startSequence()));
        Shard.Closing closing = shard.closing();
        if (closing != null) {
            sequences.put("EndingSequenceNumber", SequenceNumber.format(closing.sequence()));
        }
        return node;
    }

    /** As a reader of the parent is told about it at the parent's end. */
    static ObjectNode asChild(Shard shard) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("ShardId", shard.id());
        ArrayNode parents = node.putArray("ParentShards");
        shard.parents().forEach(parents::add);
        putRange(node, shard.range());
        return node;
    }

    private static void putRange(ObjectNode node, HashRange range) {
        node.putObject("HashKeyRange")
                .put("StartingHashKey", range.start().toString())
                .put("EndingHashKey", range.end().toString());
    }
}
