package dev.tillstream.producer.form;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A value of a line isn't what its column holds. */
public final class BadColumnException extends Exception {

    @Serial private static final long serialVersionUID = 1;

    BadColumnException(@Nullable String message) {
        super(message);
    }
}
