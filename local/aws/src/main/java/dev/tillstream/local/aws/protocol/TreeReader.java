package dev.tillstream.local.aws.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.cbor.CBORParser;

/** Reads a body into a tree; Jackson's own reader would lose CBOR's timestamp tag. */
final class TreeReader {

    static final int TIMESTAMP_TAG = 1;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private TreeReader() {}

    static JsonNode read(JsonParser parser) {
        return value(parser, parser.nextToken());
    }

    private static JsonNode value(JsonParser parser, @Nullable JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_EMBEDDED_OBJECT -> NODES.binaryNode(parser.getBinaryValue());
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> fraction(parser);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            case null, default ->
                    throw AwsException.badRequest(
                            "SerializationException", "Unexpected end of the body.");
        };
    }

    private static ObjectNode object(JsonParser parser) {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            object.set(name, value(parser, parser.nextToken()));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            array.add(value(parser, token));
        }
        return array;
    }

    private static JsonNode integer(JsonParser parser) {
        if (isTimestamp(parser)) {
            return Timestamps.node(Instant.ofEpochMilli(parser.getLongValue()));
        }
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private static JsonNode fraction(JsonParser parser) {
        if (isTimestamp(parser)) {
            // RFC 8949 counts seconds in a tagged fraction; AWS's own writers send milliseconds.
            return Timestamps.node(
                    Instant.ofEpochMilli(Math.round(parser.getDoubleValue() * 1000)));
        }
        // Neither NaN nor infinity has digits.
        return parser.isNaN()
                ? NODES.numberNode(parser.getDoubleValue())
                : NODES.numberNode(parser.getDecimalValue());
    }

    private static boolean isTimestamp(JsonParser parser) {
        return parser instanceof CBORParser cbor && cbor.getCurrentTag() == TIMESTAMP_TAG;
    }
}
