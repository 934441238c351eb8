package dev.tillstream.producer.input;

import java.io.Serial;

/** A file can't be opened; the message names it and says why. */
public final class UnreadableException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    UnreadableException(String message) {
        super(message);
    }
}
