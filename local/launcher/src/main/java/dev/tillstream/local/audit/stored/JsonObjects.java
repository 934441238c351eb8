package dev.tillstream.local.audit.stored;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Cuts bytes that hold JSON objects one behind the other, with or without newlines between them.
 */
public final class JsonObjects {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonObjects() {}

    /** Each object's own bytes, so that its numbers can be read exactly. */
    public static List<byte[]> split(byte[] bytes) {
        List<byte[]> objects = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            while (parser.nextToken() != null) {
                int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
                if (parser.currentToken() != JsonToken.START_OBJECT) {
                    throw new IllegalStateException("no JSON object at byte " + start);
                }
                parser.skipChildren();
                int end = Math.toIntExact(parser.currentLocation().getByteOffset());
                objects.add(Arrays.copyOfRange(bytes, start, end));
            }
        }
        return objects;
    }
}
