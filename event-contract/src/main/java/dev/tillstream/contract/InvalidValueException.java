package dev.tillstream.contract;

import java.io.Serial;

/** Says which field of an event can't have the value that it was given, and why. */
public final class InvalidValueException extends IllegalArgumentException {

    @Serial private static final long serialVersionUID = 1;

    private final String field;
    private final String reason;

    public InvalidValueException(String field, String reason) {
        super(field + " " + reason);
        this.field = field;
        this.reason = reason;
    }

    /** The field's name on the wire, for example {@code store_id}. */
    public String field() {
        return field;
    }

    public String reason() {
        return reason;
    }
}
