package dev.tillstream.contract.json;

import dev.tillstream.contract.EventRejectedException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON value as it was written: a scalar's text, or the JSON of a structure. A number keeps its
 * digits, so that nothing is lost and an exponent can be seen.
 */
record JsonText(JsonToken token, String text) {

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            // Far beyond any sale, far below what makes a reader slow.
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(64)
                                    .maxNumberLength(100)
                                    .maxNameLength(1_000)
                                    .build())
                    .build();

    static JsonParser parser(byte[] bytes) {
        return FACTORY.createParser(ObjectReadContext.empty(), bytes);
    }

    /** The JSON that the body writes. */
    static String write(Consumer<JsonGenerator> body) {
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), json)) {
            body.accept(generator);
        }
        return json.toString();
    }

    /** Reads the parser's current value, to its end. */
    static JsonText read(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (!token.isStructStart()) {
            return new JsonText(token, parser.getString());
        }
        String text = write(generator -> generator.copyCurrentStructureExact(parser));
        try (JsonParser again = parser(text.getBytes(StandardCharsets.UTF_8))) {
            again.nextToken();
            skip(again);
        }
        return new JsonText(token, text);
    }

    /**
     * Goes to the end of the parser's current value.
     *
     * @throws EventRejectedException if an object in it has a field twice
     */
    static void skip(JsonParser parser) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            FieldNames names = new FieldNames();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                names.add(parser.currentName());
                parser.nextToken();
                skip(parser);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                skip(parser);
            }
        }
    }

    void writeTo(JsonGenerator generator) {
        if (token == JsonToken.VALUE_STRING) {
            generator.writeString(text);
        } else {
            generator.writeRawValue(text);
        }
    }
}
