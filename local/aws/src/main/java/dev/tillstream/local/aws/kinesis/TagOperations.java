package dev.tillstream.local.aws.kinesis;

import dev.tillstream.local.aws.kinesis.stream.DataStream;
import dev.tillstream.local.aws.kinesis.stream.Streams;
import dev.tillstream.local.aws.protocol.Members;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tags of streams. */
final class TagOperations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final StreamLookup lookup;

    TagOperations(Streams streams) {
        this.lookup = new StreamLookup(streams);
    }

    static void put(DataStream stream, JsonNode tags) {
        tags.properties()
                .forEach(tag -> stream.tags().put(tag.getKey(), tag.getValue().asString()));
        stream.save();
    }

    JsonNode add(JsonNode input) {
        put(lookup.find(input), input.path("Tags"));
        return NODES.objectNode();
    }

    JsonNode remove(JsonNode input) {
        DataStream stream = lookup.find(input);
        Members.array(input, "TagKeys").forEach(key -> stream.tags().remove(key.asString()));
        stream.save();
        return NODES.objectNode();
    }

    JsonNode list(JsonNode input) {
        DataStream stream = lookup.find(input);
        String after = Members.optionalText(input, "ExclusiveStartTagKey").orElse("");
        int limit = Members.integer(input, "Limit", 50, 1, 50);
        ObjectNode reply = NODES.objectNode();
        ArrayNode tags = reply.putArray("Tags");
        boolean more = false;
        for (var tag : stream.tags().entrySet()) {
            if (tag.getKey().compareTo(after) <= 0) {
                continue;
            }
            more = tags.size() == limit;
            if (more) {
                break;
            }
            tags.addObject().put("Key", tag.getKey()).put("Value", tag.getValue());
        }
        return reply.put("HasMoreTags", more);
    }
}
