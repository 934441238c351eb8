package dev.tillstream.analytics.view;

import java.io.Serial;

/** A view that can't be: says which, which of its fields, and why. */
public final class InvalidViewException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    public InvalidViewException(String view, String field, String reason) {
        super("view %s: %s %s".formatted(view, field, reason));
    }
}
