package dev.tillstream.ingest.quarantine;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Finds the store in an item that is no event, as far as it can be read. */
final class StoreNamed {

    private static final JsonFactory FACTORY = new JsonFactory();

    private StoreNamed() {}

    /** The first string called {@code store_id}, wherever it is; empty if there is none. */
    static String in(byte[] item) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), item)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME
                        && parser.currentName().equals("store_id")
                        && parser.nextToken() == JsonToken.VALUE_STRING) {
                    return parser.getString();
                }
            }
            return "";
        } catch (JacksonException e) {
            // It was refused, or cut: what could be read had no store.
            return "";
        }
    }
}
