package dev.tillstream.contract.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Times as events carry them: ISO 8601 with an offset. */
final class TimeText {

    /** The way in which nearly all are written: {@code 2021-03-06T17:15:06Z}. */
    private static final String USUAL = "____-__-__T__:__:__Z";

    private TimeText() {}

    /**
     * Reads one; the usual way many times faster than by a formatter.
     *
     * @throws DateTimeException if it is no time
     */
    static Instant parse(String text) {
        if (!isUsual(text)) {
            return OffsetDateTime.parse(text).toInstant();
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19))
                .toInstant(ZoneOffset.UTC);
    }

    private static boolean isUsual(String text) {
        if (text.length() != USUAL.length()) {
            return false;
        }
        for (int i = 0; i < USUAL.length(); i++) {
            char expected = USUAL.charAt(i);
            char c = text.charAt(i);
            if (expected == '_' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
