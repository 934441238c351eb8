package dev.tillstream.local.aws.protocol;

import java.math.BigDecimal;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.POJONode;

/**
 * Timestamps in a tree, whose wire form depends on the encoding: JSON carries decimal epoch
 * seconds, CBOR a tagged integer of epoch milliseconds.
 */
public final class Timestamps {

    private Timestamps() {}

    /** A node that each encoding writes in its own form, with milliseconds. */
    public static JsonNode node(Instant instant) {
        return JsonNodeFactory.instance.pojoNode(instant);
    }

    /** Reads a timestamp member of either encoding. */
    public static Instant read(JsonNode node) {
        if (node instanceof POJONode pojo && pojo.getPojo() instanceof Instant instant) {
            return instant;
        }
        if (node.isNumber()) {
            return Instant.ofEpochMilli(node.decimalValue().movePointRight(3).longValue());
        }
        throw AwsException.badRequest("SerializationException", "Not a timestamp: " + node);
    }

    static BigDecimal seconds(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), 3);
    }
}
