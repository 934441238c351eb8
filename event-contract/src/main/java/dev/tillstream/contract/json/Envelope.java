package dev.tillstream.contract.json;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The three fields of an envelope that mean something. */
record Envelope(String detailType, Instant time, DetailReader detail) {

    /** Year 9999: what every format downstream can still write. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    static Envelope read(byte[] bytes) {
        try (JsonParser parser = JsonText.parser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("must be a JSON object");
            }
            Envelope envelope = readFields(parser);
            if (parser.nextToken() != null) {
                throw malformed("has something behind its end");
            }
            return envelope;
        } catch (JacksonException e) {
            throw malformed("is not JSON: " + e.getOriginalMessage());
        }
    }

    static String pointerTo(String field) {
        return field.equals("time") || field.equals("detail-type")
                ? "/" + field
                : "/detail/" + field;
    }

    private static Envelope readFields(JsonParser parser) {
        JsonText detailType = null;
        JsonText time = null;
        DetailReader detail = null;
        List<Violation> violations = new ArrayList<>();
        FieldNames names = new FieldNames();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            names.add(name);
            parser.nextToken();
            switch (name) {
                case "detail-type" -> detailType = JsonText.read(parser);
                case "time" -> time = JsonText.read(parser);
                case "detail" -> detail = readDetail(parser, violations);
                default -> JsonText.skip(parser);
            }
        }
        String type = string("/detail-type", detailType, violations);
        Instant instant = instant(string("/time", time, violations), violations);
        if (detail == null && violations.stream().noneMatch(v -> v.field().equals("/detail"))) {
            violations.add(new Violation("/detail", Violation.MISSING_FIELD, "is missing"));
        }
        if (type == null || instant == null || detail == null) {
            throw new EventRejectedException(violations);
        }
        return new Envelope(type, instant, detail);
    }

    private static @Nullable DetailReader readDetail(
            JsonParser parser, List<Violation> violations) {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return DetailReader.read(parser);
        }
        JsonText.skip(parser);
        violations.add(new Violation("/detail", Violation.WRONG_TYPE, "must be an object"));
        return null;
    }

    private static @Nullable String string(
            String pointer, @Nullable JsonText value, List<Violation> violations) {
        if (value == null || value.token() == JsonToken.VALUE_NULL) {
            violations.add(new Violation(pointer, Violation.MISSING_FIELD, "is missing"));
            return null;
        }
        if (value.token() != JsonToken.VALUE_STRING) {
            violations.add(new Violation(pointer, Violation.WRONG_TYPE, "must be a string"));
            return null;
        }
        return value.text();
    }

    private static @Nullable Instant instant(@Nullable String text, List<Violation> violations) {
        if (text == null) {
            return null;
        }
        try {
            Instant time = TimeText.parse(text);
            if (!time.isBefore(Instant.EPOCH) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Said below, in the words of the contract.
        }
        violations.add(
                new Violation(
                        "/time",
                        Violation.INVALID_VALUE,
                        "must be a time from 1970 to 9999 with its offset, such as 2021-03-06T17:15:06Z"));
        return null;
    }

    static EventRejectedException malformed(String reason) {
        return new EventRejectedException(new Violation("", Violation.MALFORMED_JSON, reason));
    }
}
