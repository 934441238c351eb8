package dev.tillstream.contract.json;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.InvalidValueException;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreId;
import dev.tillstream.contract.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Takes the known fields out of a detail, one by one, and collects what is wrong with them; what is
 * left in the end is unknown and travels on.
 */
final class DetailReader {

    private final Map<String, JsonText> fields;
    private final List<Violation> violations = new ArrayList<>();

    private DetailReader(Map<String, JsonText> fields) {
        this.fields = fields;
    }

    static DetailReader read(JsonParser parser) {
        Map<String, JsonText> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (fields.put(name, JsonText.read(parser)) != null) {
                throw FieldNames.twice(name);
            }
        }
        return new DetailReader(fields);
    }

    Map<String, JsonText> fields() {
        return fields;
    }

    /** For values that were checked by {@link #throwIfRefused}. */
    static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    @Nullable StoreId storeId() {
        return required(
                "store_id", peek("store_id", JsonToken.VALUE_STRING, "a string", StoreId::new));
    }

    @Nullable RequestId requestId() {
        return required(
                "request_id",
                peek("request_id", JsonToken.VALUE_STRING, "a string", RequestId::new));
    }

    @Nullable String text(String name) {
        return required(name, peek(name, JsonToken.VALUE_STRING, "a string", Function.identity()));
    }

    /** The field as a stock keeping unit; the product's name where it isn't given. */
    @Nullable Sku sku(@Nullable String name) {
        Sku given = peek("sku", JsonToken.VALUE_STRING, "a string", Sku::new);
        return given != null || name == null || refused("sku") ? given : new Sku(name);
    }

    @Nullable Integer integer(String name) {
        return peek(name, JsonToken.VALUE_NUMBER_INT, "an integer", text -> parseInt(name, text));
    }

    /** The field as a flag; false where it isn't given. */
    boolean flag(String name) {
        JsonText value = fields.get(name);
        if (value != null && value.token() == JsonToken.VALUE_TRUE) {
            return true;
        }
        peek(name, JsonToken.VALUE_FALSE, "true or false", Function.identity());
        return false;
    }

    /** The field's digits, checked to be a plain JSON number. */
    @Nullable String decimal(String name) {
        JsonText value = fields.get(name);
        boolean integer = value != null && value.token() == JsonToken.VALUE_NUMBER_INT;
        JsonToken wanted = integer ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_NUMBER_FLOAT;
        return required(name, peek(name, wanted, "a number", text -> plain(name, text)));
    }

    <T> @Nullable T required(String name, @Nullable T value) {
        if (value == null && !refused(name)) {
            refuse(name, Violation.MISSING_FIELD, "is missing");
        }
        return value;
    }

    void refuse(String name, String code, String reason) {
        violations.add(new Violation(Envelope.pointerTo(name), code, reason));
    }

    void throwIfRefused() {
        if (!violations.isEmpty()) {
            throw new EventRejectedException(violations);
        }
    }

    /** The fields whose names are not given, as a JSON object. */
    String jsonWithout(Set<String> known) {
        if (known.containsAll(fields.keySet())) {
            return "{}";
        }
        Map<String, JsonText> rest = new LinkedHashMap<>(fields);
        rest.keySet().removeAll(known);
        return json(rest);
    }

    String json() {
        return json(fields);
    }

    <T> @Nullable T peek(String name, JsonToken wanted, String called, Function<String, T> make) {
        JsonText value = fields.get(name);
        if (value == null || value.token() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (value.token() != wanted) {
            refuse(name, Violation.WRONG_TYPE, "must be " + called);
            return null;
        }
        try {
            return make.apply(value.text());
        } catch (InvalidValueException e) {
            refuse(e.field(), Violation.INVALID_VALUE, e.reason());
            return null;
        }
    }

    private boolean refused(String name) {
        String pointer = Envelope.pointerTo(name);
        return violations.stream().anyMatch(violation -> violation.field().equals(pointer));
    }

    private static int parseInt(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidValueException(name, "is too large: " + text);
        }
    }

    private static String plain(String name, String text) {
        if (text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            throw new InvalidValueException(name, "must be written without an exponent");
        }
        return text;
    }

    private static String json(Map<String, JsonText> fields) {
        return JsonText.write(generator -> {
            generator.writeStartObject();
            fields.forEach((name, value) -> {
                generator.writeName(name);
                value.writeTo(generator);
            });
            generator.writeEndObject();
        });
    }
}
