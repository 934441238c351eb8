package dev.tillstream.analytics.revenue;

import dev.tillstream.contract.StoreEvent;
import org.jspecify.annotations.Nullable;

/**
 * A record that no window can count.
 *
 * @param event what it says, when that can be read
 */
public record Rejection(
        SourceRecord source, Reason reason, String explanation, @Nullable StoreEvent event) {

    /** Why it can't be counted. */
    public enum Reason {
        UNDECODABLE,
        FUTURE,
        TOO_LATE;

        /** As it is written for others, for example {@code too-late}. */
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
