package dev.tillstream.dispatch.http;

import dev.tillstream.contract.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A time as clients write it, ISO 8601 with {@code Z} or an offset. */
record TimeBound(Instant time) {

    /** What text can be compared with: the contract's events have years of four digits. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** Spring makes a request parameter of this; what it throws becomes a 400. */
    public static TimeBound valueOf(String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
                throw new InvalidValueException("time", "must be a time from 1970 to 9999");
            }
            return new TimeBound(time);
        } catch (DateTimeException e) {
            throw new InvalidValueException("time", "must be a time such as 2021-03-06T17:15:06Z");
        }
    }

    static @Nullable Instant timeOf(@Nullable TimeBound bound) {
        return bound == null ? null : bound.time();
    }
}
