package dev.tillstream.producer.form;

import java.io.Serial;

/** A table's header, or the mapping for it, can't be worked with; the message says all. */
public final class BadHeaderException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    BadHeaderException(String message) {
        super(message);
    }
}
