package dev.tillstream.router.route.value;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A JSON value; numbers are exact and fields keep their order. */
public sealed interface Value {

    /** The value as JSON in one line without spaces. */
    String json();

    /** What people call this kind of value. */
    String kind();

    /** The value of a field, if this is an object that has it. */
    default Optional<Value> field(String name) {
        return this instanceof Fields fields
                ? Optional.ofNullable(fields.entries().get(name))
                : Optional.empty();
    }

    /** An object. */
    record Fields(Map<String, Value> entries) implements Value {
        public Fields {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String json() {
            return entries.entrySet().stream()
                    .map(e -> Text.quoted(e.getKey()) + ":" + e.getValue().json())
                    .collect(Collectors.joining(",", "{", "}"));
        }

        @Override
        public String kind() {
            return "an object";
        }
    }

    /** An array. */
    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String json() {
            return items.stream().map(Value::json).collect(Collectors.joining(",", "[", "]"));
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A string. */
    record Text(String text) implements Value {
        @Override
        public String json() {
            return quoted(text);
        }

        @Override
        public String kind() {
            return "a text";
        }

        static String quoted(String text) {
            var json = new StringBuilder(text.length() + 2).append('"');
            text.chars().forEach(c -> json.append(escaped((char) c)));
            return json.append('"').toString();
        }

        private static String escaped(char c) {
            return switch (c) {
                case '"' -> "\\\"";
                case '\\' -> "\\\\";
                case '\n' -> "\\n";
                case '\r' -> "\\r";
                case '\t' -> "\\t";
                default -> c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
            };
        }
    }

    /** A number. */
    record Decimal(BigDecimal number) implements Value {
        @Override
        public String json() {
            // A pattern may hold 1e308: written out it would exceed every limit by itself.
            return Math.abs((long) number.scale()) > 40
                    ? number.toString()
                    : number.toPlainString();
        }

        @Override
        public String kind() {
            return "a number";
        }
    }

    /** True or false. */
    record Flag(boolean value) implements Value {
        @Override
        public String json() {
            return Boolean.toString(value);
        }

        @Override
        public String kind() {
            return "a boolean";
        }
    }

    /** Null. */
    record Nothing() implements Value {
        @Override
        public String json() {
            return "null";
        }

        @Override
        public String kind() {
            return "null";
        }
    }
}
