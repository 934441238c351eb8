package dev.tillstream.ingest.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.Violation;
import dev.tillstream.ingest.intake.Notation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * CloudEvents 1.0 in JSON: {@code type} is the detail-type, {@code time} the time, {@code data} the
 * detail, whose {@code request_id} is the CloudEvent's {@code id} if it has none, likewise {@code
 * traceparent}. Data travels on as it was written; attributes that mean nothing here do not.
 */
public final class CloudEvents implements Notation {

    private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");

    /** What data gets of the attributes, if it does not say it itself. */
    private static final Map<String, String> INHERITED =
            Map.of("request_id", "id", "traceparent", "traceparent");

    private final JsonFactory factory;

    /** Reads with the factory that cuts bodies: its offsets are byte offsets. */
    CloudEvents(JsonFactory factory) {
        this.factory = factory;
    }

    /** An attribute: what it is, what it says, and as it was written. */
    private record Attribute(JsonToken token, String text, String json) {}

    @Override
    public byte[] envelope(byte[] item) {
        Map<String, Attribute> attributes = attributes(item);
        REQUIRED.forEach(name -> requireText(name, attributes.get(name)));
        if (!text(attributes, "specversion").equals("1.0")) {
            throw rejected("specversion", Violation.INVALID_VALUE, "must be \"1.0\"");
        }
        requireJson(attributes.get("datacontenttype"));
        if (attributes.containsKey("data_base64")) {
            throw rejected("data_base64", Violation.INVALID_VALUE, "is not taken: send data");
        }
        return "{\"detail-type\":%s,\"time\":%s,\"detail\":%s}"
                .formatted(json(attributes, "type"), json(attributes, "time"), data(attributes))
                .getBytes(UTF_8);
    }

    @Override
    public String pointer(String field) {
        if (field.equals("/detail-type")) {
            return "/type";
        }
        return field.equals("/detail") || field.startsWith("/detail/")
                ? "/data" + field.substring("/detail".length())
                : field;
    }

    private Map<String, Attribute> attributes(byte[] item) {
        requireUtf8(item);
        Map<String, Attribute> attributes = new HashMap<>();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), item)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw rejected("", Violation.MALFORMED_JSON, "must be a JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                if (attributes.put(name, attribute(item, parser)) != null) {
                    throw rejected("", Violation.MALFORMED_JSON, "names " + name + " twice");
                }
            }
            return attributes;
        } catch (JacksonException e) {
            throw rejected("", Violation.MALFORMED_JSON, "is not JSON: " + e.getOriginalMessage());
        }
    }

    private static void requireUtf8(byte[] item) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(item));
        } catch (CharacterCodingException e) {
            throw rejected("", Violation.MALFORMED_JSON, "is not UTF-8");
        }
    }

    private static Attribute attribute(byte[] item, JsonParser parser) {
        JsonToken token = parser.nextToken();
        String text = token == JsonToken.VALUE_STRING ? parser.getString() : "";
        return new Attribute(token, text, new String(JsonItems.item(item, parser), UTF_8));
    }

    private static void requireText(String name, @Nullable Attribute attribute) {
        if (attribute == null || attribute.token() == JsonToken.VALUE_NULL) {
            throw rejected(name, Violation.MISSING_FIELD, "is missing");
        }
        if (attribute.token() != JsonToken.VALUE_STRING) {
            throw rejected(name, Violation.WRONG_TYPE, "must be a string");
        }
        if (attribute.text().isEmpty()) {
            throw rejected(name, Violation.INVALID_VALUE, "must not be empty");
        }
    }

    private static void requireJson(@Nullable Attribute contentType) {
        if (contentType == null || contentType.token() == JsonToken.VALUE_NULL) {
            return;
        }
        String type = contentType.text().split(";", 2)[0].strip();
        if (!type.equals("application/json") && !type.endsWith("+json")) {
            throw rejected("datacontenttype", Violation.INVALID_VALUE, "must be application/json");
        }
    }

    private String data(Map<String, Attribute> attributes) {
        Attribute data = attributes.get("data");
        if (data == null || data.token() != JsonToken.START_OBJECT) {
            return json(attributes, "data");
        }
        Set<String> names = names(data.json());
        StringJoiner fields = new StringJoiner(",", "{", "");
        INHERITED.forEach((field, name) -> {
            if (attributes.containsKey(name) && !names.contains(field)) {
                fields.add("\"" + field + "\":" + json(attributes, name));
            }
        });
        String rest = data.json().substring(1);
        return names.isEmpty() ? fields + rest : fields.add(rest).toString();
    }

    private Set<String> names(String data) {
        Set<String> names = new HashSet<>();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), data)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                names.add(parser.currentName());
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return names;
    }

    private static String json(Map<String, Attribute> attributes, String name) {
        Attribute attribute = attributes.get(name);
        return attribute == null ? "null" : attribute.json();
    }

    private static String text(Map<String, Attribute> attributes, String name) {
        Attribute attribute = attributes.get(name);
        return attribute == null ? "" : attribute.text();
    }

    private static EventRejectedException rejected(String name, String code, String reason) {
        String field = name.isEmpty() ? "" : "/" + name;
        return new EventRejectedException(new Violation(field, code, reason));
    }
}
