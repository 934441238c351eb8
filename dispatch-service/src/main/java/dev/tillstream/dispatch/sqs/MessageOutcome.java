package dev.tillstream.dispatch.sqs;

import dev.tillstream.dispatch.order.Placement;
import java.util.Locale;

/** What became of one delivery of a message. */
enum MessageOutcome {
    PLACED,
    REPEATED,
    CONFLICT,
    /** A return, or an event that is no sale: nothing to ship. */
    IGNORED,
    /** Not an event; comes again until redrive moves it to the dead-letter queue. */
    UNDECODABLE,
    /** Comes again later; redrive moves it if that happens too often. */
    FAILED;

    static MessageOutcome of(Placement placement) {
        return switch (placement) {
            case PLACED -> PLACED;
            case REPEATED -> REPEATED;
            case CONFLICT -> CONFLICT;
        };
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
