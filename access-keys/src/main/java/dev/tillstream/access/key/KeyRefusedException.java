package dev.tillstream.access.key;

import java.io.Serial;

/** A change of a key that can't be made; the message is for people. */
public final class KeyRefusedException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    KeyRefusedException(String message) {
        super(message);
    }
}
