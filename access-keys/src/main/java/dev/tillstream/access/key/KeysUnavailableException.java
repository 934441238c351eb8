package dev.tillstream.access.key;

import java.io.Serial;

/** The keys can't be asked for now. */
public final class KeysUnavailableException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    public KeysUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
