package dev.tillstream.analytics.http;

import dev.tillstream.contract.InvalidValueException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** A bound of windows' starts, as clients say it: {@code 2010-12-01T10:00:00Z}. */
record Moment(Instant second) {

    /** Texts of other years don't sort by time. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    /** Spring makes a request parameter of this; what it throws becomes a 400. */
    public static Moment valueOf(String text) {
        Instant time;
        try {
            time = Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValueException(
                    "time", "must be a time such as 2010-12-01T10:00:00Z, is '" + text + "'");
        }
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new InvalidValueException("time", "must be of the years 1 to 9999");
        }
        // Windows start at whole seconds: the first at or after it is the same.
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        return new Moment(second.equals(time) ? second : second.plusSeconds(1));
    }
}
