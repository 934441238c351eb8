package dev.tillstream.contract.field;

/**
 * A scalar of an event.
 *
 * @param text a text's characters, a number's digits as they were written, {@code true} or {@code
 *     false}
 */
public record FieldValue(Kind kind, String text) {

    /** What a value may be. */
    public enum Kind {
        TEXT,
        NUMBER,
        FLAG
    }
}
