package dev.tillstream.ingest.body;

import dev.tillstream.ingest.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Cuts a JSON body, one event, several one behind the other, or an array of them, into the bytes of
 * its events: each is decoded from exactly what the till wrote.
 */
public final class JsonItems {

    private final JsonFactory factory;
    private final int maxArray;

    /** With the deepest nesting and the longest array that are read. */
    public JsonItems(int maxDepth, int maxArray) {
        this.factory =
                JsonFactory.builder()
                        // UTF-8 only, as RFC 8259 has it: offsets are then byte offsets.
                        .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                        .streamReadConstraints(
                                StreamReadConstraints.builder().maxNestingDepth(maxDepth).build())
                        .build();
        this.maxArray = maxArray;
    }

    /** The items of a body; problems if it is none. */
    public List<byte[]> of(byte[] body) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), body)) {
            return parser.nextToken() == JsonToken.START_ARRAY
                    ? array(body, parser)
                    : sequence(body, parser);
        } catch (JacksonException e) {
            throw Problem.unreadableBody("no JSON: " + e.getOriginalMessage());
        }
    }

    /** Exactly one event; problems if it is another thing. */
    public List<byte[]> one(byte[] body) {
        List<byte[]> items = of(body);
        if (items.size() > 1 || startsArray(body)) {
            throw Problem.unreadableBody("one JSON object is expected");
        }
        return items;
    }

    /** The items of an array; problems if it is another thing. */
    public List<byte[]> batch(byte[] body) {
        if (!startsArray(body)) {
            throw Problem.unreadableBody("a JSON array is expected");
        }
        return of(body);
    }

    /** Reads CloudEvents as this reads bodies. */
    public CloudEvents cloudEvents() {
        return new CloudEvents(factory);
    }

    private static boolean startsArray(byte[] body) {
        for (byte b : body) {
            if (b > ' ') {
                return b == '[';
            }
        }
        return false;
    }

    private List<byte[]> array(byte[] body, JsonParser parser) {
        List<byte[]> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == maxArray) {
                throw Problem.tooManyEvents(maxArray);
            }
            items.add(item(body, parser));
        }
        if (parser.nextToken() != null) {
            throw Problem.unreadableBody("something is behind the array");
        }
        return items;
    }

    private static List<byte[]> sequence(byte[] body, JsonParser parser) {
        List<byte[]> items = new ArrayList<>();
        while (parser.currentToken() != null) {
            items.add(item(body, parser));
            parser.nextToken();
        }
        return items;
    }

    static byte[] item(byte[] body, JsonParser parser) {
        long start = parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        parser.finishToken();
        return Arrays.copyOfRange(
                body, (int) start, (int) parser.currentLocation().getByteOffset());
    }
}
