package dev.tillstream.local.aws.eventbridge.target;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What one target receives of one event.
 *
 * @param eventId of that event, empty if it is unknown; it does not travel
 */
public record Message(
        String body, String partitionKey, Map<String, String> attributes, String eventId) {

    public Message {
        attributes = Map.copyOf(attributes);
    }

    public Message(String body, String partitionKey) {
        this(body, partitionKey, Map.of());
    }

    public Message(String body, String partitionKey, Map<String, String> attributes) {
        this(body, partitionKey, attributes, "");
    }

    /** What it counts towards the limit of a call. */
    public int size() {
        return bytes().length + partitionKey.length();
    }

    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
