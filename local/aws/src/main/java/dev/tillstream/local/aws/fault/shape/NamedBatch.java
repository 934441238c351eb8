package dev.tillstream.local.aws.fault.shape;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** SQS: entries have ids, and results are in two lists of these. */
record NamedBatch() implements Batch {

    private static final OrderedBatch ENTRIES =
            new OrderedBatch("Entries", "Successful", "Count", "", "");

    @Override
    public Batch saying(String code) {
        return this;
    }

    @Override
    public int size(JsonNode input) {
        return ENTRIES.size(input);
    }

    @Override
    public @Nullable ObjectNode without(Set<Integer> refused, ObjectNode input) {
        return ENTRIES.without(refused, input);
    }

    @Override
    public ObjectNode reply(
            Set<Integer> refused, ObjectNode input, @Nullable ObjectNode replyToRest) {
        ObjectNode reply =
                replyToRest == null ? JsonNodeFactory.instance.objectNode() : replyToRest;
        if (!reply.has("Successful")) {
            reply.putArray("Successful");
        }
        ArrayNode failed =
                reply.path("Failed") instanceof ArrayNode present
                        ? present
                        : reply.putArray("Failed");
        for (int position : refused) {
            failed.addObject()
                    .set("Id", input.path("Entries").path(position).path("Id"))
                    .asObject()
                    .put("SenderFault", false)
                    .put("Code", "InternalError")
                    .put("Message", "We encountered an internal error. Please try again.");
        }
        return reply;
    }
}
