package dev.tillstream.producer.key;

import java.io.Serial;

/** A file without a key; the message says it all. */
public final class BadKeyFileException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    BadKeyFileException(String message) {
        super(message);
    }
}
