package dev.tillstream.local.aws.eventbridge.target;

import tools.jackson.databind.JsonNode;

/** An event in its envelope, once as the text that travels and once as a tree for paths. */
public record Event(String id, String json, JsonNode tree) {

    public Event(JsonNode tree) {
        this(tree.path("id").stringValue(), tree.toString(), tree);
    }

    /** Characters, which are bytes for nearly all there is. */
    public int size() {
        return json.length();
    }
}
