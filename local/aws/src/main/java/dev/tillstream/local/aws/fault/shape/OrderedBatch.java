package dev.tillstream.local.aws.fault.shape;

import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Results stand in the order of the entries; a refused one has an error code. */
record OrderedBatch(String entries, String results, String failedCount, String code, String message)
        implements Batch {

    @Override
    public Batch saying(String other) {
        return new OrderedBatch(entries, results, failedCount, other, "On demand.");
    }

    @Override
    public int size(JsonNode input) {
        return input.path(entries).size();
    }

    @Override
    public @Nullable ObjectNode without(Set<Integer> refused, ObjectNode input) {
        ObjectNode rest = input.deepCopy();
        ArrayNode left = rest.putArray(entries);
        int position = 0;
        for (JsonNode entry : input.path(entries)) {
            if (!refused.contains(position++)) {
                left.add(entry);
            }
        }
        return left.isEmpty() ? null : rest;
    }

    @Override
    public ObjectNode reply(
            Set<Integer> refused, ObjectNode input, @Nullable ObjectNode replyToRest) {
        ObjectNode reply =
                replyToRest == null ? JsonNodeFactory.instance.objectNode() : replyToRest;
        Iterator<JsonNode> accepted = reply.path(results).iterator();
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < size(input); i++) {
            if (refused.contains(i)) {
                all.addObject().put("ErrorCode", code).put("ErrorMessage", message);
            } else {
                all.add(accepted.next());
            }
        }
        reply.put(failedCount, reply.path(failedCount).asInt(0) + refused.size());
        reply.set(results, all);
        return reply;
    }
}
