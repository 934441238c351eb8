package dev.tillstream.warehouse.sqs;

import dev.tillstream.warehouse.stock.Recording;
import java.util.Locale;

/** What became of one delivery of a message. */
enum MessageOutcome {
    RECORDED,
    REPEATED,
    CONFLICT,
    /** An event that says nothing about stock. */
    IGNORED,
    /** Not an event; comes again until redrive moves it to the dead-letter queue. */
    UNDECODABLE,
    /** Comes again later; redrive moves it if that happens too often. */
    FAILED;

    static MessageOutcome of(Recording recording) {
        return switch (recording) {
            case RECORDED -> RECORDED;
            case REPEATED -> REPEATED;
            case CONFLICT -> CONFLICT;
        };
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
