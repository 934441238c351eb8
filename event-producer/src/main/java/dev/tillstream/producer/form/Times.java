package dev.tillstream.producer.form;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Reads the times of a table. The lines of a receipt have the same one, so the last is remembered.
 */
final class Times {

    private final DateTimeFormatter format;
    private final ZoneId zone;
    private final String example;
    private String lastText = "";
    private Instant last = Instant.EPOCH;

    private Times(DateTimeFormatter format, ZoneId zone, String example) {
        this.format = format;
        this.zone = zone;
        this.example = example;
    }

    /**
     * Times of a format.
     *
     * @param pattern as {@link DateTimeFormatter} has it
     * @param zone of times that don't say theirs
     * @throws IllegalArgumentException for no such pattern
     */
    static Times of(String pattern, ZoneId zone) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT);
        String example = format.withZone(zone).format(Instant.parse("2010-12-01T08:26:00Z"));
        return new Times(format, zone, example);
    }

    /** Times with their offset, such as 2010-12-01T08:26:00Z, or without, of a zone. */
    static Times iso(ZoneId zone) {
        return new Times(DateTimeFormatter.ISO_DATE_TIME, zone, "2010-12-01T08:26:00Z");
    }

    /**
     * The time that a text says.
     *
     * @throws DateTimeException if the text is no such time
     */
    Instant read(String text) {
        if (!text.equals(lastText)) {
            TemporalAccessor time =
                    format.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
            last =
                    time instanceof ZonedDateTime zoned
                            ? zoned.toInstant()
                            : LocalDateTime.from(time).atZone(zone).toInstant();
            lastText = text;
        }
        return last;
    }

    /** For somebody who wrote it otherwise. */
    String example() {
        return example;
    }
}
