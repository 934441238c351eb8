package dev.tillstream.local.aws.eventbridge.target;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A target of a rule: where to, what of the event, how often, and where to when that fails. */
public record Target(
        String id,
        Arn arn,
        @Nullable String input,
        @Nullable JsonPath inputPath,
        @Nullable JsonPath partitionKeyPath,
        RetryPolicy retryPolicy,
        @Nullable Arn deadLetterQueue,
        JsonNode definition) {

    /** What this target receives of an event. */
    public Message message(Event event) throws RefusedException {
        return new Message(body(event), partitionKey(event), Map.of(), event.id());
    }

    private String body(Event event) throws RefusedException {
        if (input != null) {
            return input;
        }
        return inputPath == null || inputPath.names().isEmpty()
                ? event.json()
                : part(event, inputPath).toString();
    }

    private String partitionKey(Event event) throws RefusedException {
        if (partitionKeyPath == null) {
            return event.id();
        }
        JsonNode key = part(event, partitionKeyPath);
        return key.isString() ? key.stringValue() : key.toString();
    }

    private static JsonNode part(Event event, JsonPath path) throws RefusedException {
        Optional<JsonNode> part = path.find(event.tree());
        if (part.isEmpty()) {
            // Another key would scatter what belongs to one shard; a dead letter is seen and can be
            // resent.
            throw new RefusedException(
                    new Refusal("INVALID_PARAMETER", "The event has no " + path.text(), false));
        }
        return part.get();
    }
}
