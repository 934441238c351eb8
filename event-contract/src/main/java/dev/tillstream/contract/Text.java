package dev.tillstream.contract;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The bounds that the contract's texts, quantities and times share. */
final class Text {

    static final int LABEL = 256;
    static final int MAX_QUANTITY = 1_000_000_000;

    private Text() {}

    static void require(String field, String value, int maximum) {
        if (value.isBlank()) {
            throw new InvalidValueException(field, "must not be blank");
        }
        if (value.length() > maximum) {
            throw new InvalidValueException(
                    field, "must have at most " + maximum + " characters, has " + value.length());
        }
        if (!isPlain(value) && !value.codePoints().allMatch(Text::isPrintable)) {
            throw new InvalidValueException(field, "must have printable characters only");
        }
    }

    static void requireRange(String field, int value, int minimum) {
        if (value < minimum || value > MAX_QUANTITY) {
            throw new InvalidValueException(
                    field, "must be from " + minimum + " to " + MAX_QUANTITY + ", is " + value);
        }
    }

    /** EventBridge carries a time in whole seconds, so that is all that an event may rely on. */
    static Instant wholeSeconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Most texts are; a stream of code points would take several times as long. */
    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
