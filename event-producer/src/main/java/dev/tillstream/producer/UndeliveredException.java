package dev.tillstream.producer;

import java.io.Serial;

/** Events were neither accepted nor rejected, however often they were sent. */
public final class UndeliveredException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    public UndeliveredException(String message) {
        super(message);
    }
}
