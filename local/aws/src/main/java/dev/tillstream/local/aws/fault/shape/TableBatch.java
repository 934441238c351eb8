package dev.tillstream.local.aws.fault.shape;

import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * DynamoDB: entries are by table; what was refused comes back in the form of a request. Writes are
 * lists by table, reads are objects by table whose keys are the entries.
 */
record TableBatch(String unprocessed, boolean reads) implements Batch {

    private static final String ITEMS = "RequestItems";

    @Override
    public Batch saying(String code) {
        return this;
    }

    @Override
    public int size(JsonNode input) {
        int size = 0;
        for (JsonNode table : input.path(ITEMS)) {
            size += entries(table).size();
        }
        return size;
    }

    @Override
    public @Nullable ObjectNode without(Set<Integer> refused, ObjectNode input) {
        ObjectNode rest = input.deepCopy();
        ObjectNode left = select(input, position -> !refused.contains(position));
        rest.set(ITEMS, left);
        return left.isEmpty() ? null : rest;
    }

    @Override
    public ObjectNode reply(
            Set<Integer> refused, ObjectNode input, @Nullable ObjectNode replyToRest) {
        ObjectNode reply =
                replyToRest == null ? JsonNodeFactory.instance.objectNode() : replyToRest;
        if (reads && !reply.has("Responses")) {
            reply.putObject("Responses");
        }
        ObjectNode back = select(input, refused::contains);
        // The engine itself may have left some over.
        for (Map.Entry<String, JsonNode> table : reply.path(unprocessed).properties()) {
            JsonNode ours = back.path(table.getKey());
            if (ours.isMissingNode()) {
                back.set(table.getKey(), table.getValue());
            } else {
                ((ArrayNode) entries(ours)).addAll((ArrayNode) entries(table.getValue()));
            }
        }
        reply.set(unprocessed, back);
        return reply;
    }

    private ObjectNode select(JsonNode input, IntPredicate wanted) {
        ObjectNode selected = JsonNodeFactory.instance.objectNode();
        int position = 0;
        for (Map.Entry<String, JsonNode> table : input.path(ITEMS).properties()) {
            ArrayNode some = JsonNodeFactory.instance.arrayNode();
            for (JsonNode entry : entries(table.getValue())) {
                if (wanted.test(position++)) {
                    some.add(entry);
                }
            }
            if (some.isEmpty()) {
                continue;
            }
            if (reads) {
                ObjectNode keys = (ObjectNode) table.getValue().deepCopy();
                keys.set("Keys", some);
                selected.set(table.getKey(), keys);
            } else {
                selected.set(table.getKey(), some);
            }
        }
        return selected;
    }

    private JsonNode entries(JsonNode table) {
        return reads ? table.path("Keys") : table;
    }
}
