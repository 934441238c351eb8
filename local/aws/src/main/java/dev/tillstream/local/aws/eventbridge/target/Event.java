package dev.tillstream.local.aws.eventbridge.target;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** An event in its envelope, once as the text that travels and once as a tree for paths. */
public record Event(String id, String json, JsonNode tree) {

    /** Money keeps the digits it was sent with: 75.30 must not travel on as 75.3. */
    public static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    public Event(JsonNode tree) {
        this(tree.path("id").stringValue(), tree.toString(), tree);
    }

    /** The event that had this text. */
    public static Event parse(String json) {
        JsonNode tree = JSON.readTree(json);
        return new Event(tree.path("id").stringValue(), json, tree);
    }

    /** Characters, which are bytes for nearly all there is. */
    public int size() {
        return json.length();
    }
}
