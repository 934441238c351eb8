package dev.tillstream.analytics.window;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.StoreEvent;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record that can't be counted.
 *
 * @param event what it says, when that can be read
 * @param view which view can't count it; null when it is none of them that can
 */
public record Rejection(
        SourceRecord source,
        Reason reason,
        String explanation,
        @Nullable StoreEvent event,
        @Nullable String view) {

    /** Of a record that is no event, and so can be counted in no view. */
    public static Rejection undecodable(SourceRecord source, EventRejectedException reason) {
        return new Rejection(
                source,
                Reason.UNDECODABLE,
                Objects.requireNonNullElse(reason.getMessage(), ""),
                null,
                null);
    }

    /** Why it can't be counted. */
    public enum Reason {
        UNDECODABLE,
        FUTURE,
        TOO_LATE,
        UNUSABLE;

        /** As it is written for others, for example {@code too-late}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
