package dev.tillstream.local.launcher.house;

import java.io.Serial;

/** Tillstream can't start here, or isn't running; the message says why and what to do. */
public final class NotRunnableException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    public NotRunnableException(String message) {
        super(message);
    }
}
