package dev.tillstream.producer;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Events were neither accepted nor rejected, however often they were sent. */
public final class UndeliveredException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    public UndeliveredException(@Nullable String message) {
        super(message);
    }
}
