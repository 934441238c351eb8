package dev.tillstream.producer.form;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a field of an event comes from.
 *
 * @param column whose value it is; null for a constant
 * @param constant the same for each event
 * @param otherwise what it is where the column is empty; without it, the field is left out
 * @param type what the text says
 * @param times a column whose number the number is multiplied with
 * @param absolute whether a number's sign is left away
 */
record FieldRule(
        @Nullable String column,
        @Nullable String constant,
        @Nullable String otherwise,
        Type type,
        @Nullable String times,
        boolean absolute) {

    /** How a text becomes a value. */
    enum Type {
        TEXT,
        NUMBER,
        INTEGER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** A flag that is true where the column's number is negative. */
        NEGATIVE;

        /** What a field of a sale or of a stock change is, if nobody says it. */
        static Type usualOf(String field) {
            return switch (field) {
                case "sales" -> NUMBER;
                case "quantity" -> INTEGER;
                case "is_return" -> FLAG;
                default -> TEXT;
            };
        }

        String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    FieldRule {
        if ((column == null) == (constant == null)) {
            throw new BadHeaderException("needs either a column or a value");
        }
        if (times != null && type != Type.NUMBER) {
            throw new BadHeaderException("only a number can have times");
        }
    }

    static FieldRule ofColumn(String field, String column) {
        return new FieldRule(column, null, null, Type.usualOf(field), null, false);
    }
}
