package dev.tillstream.producer.line;

import java.io.Serial;

/** A line can't be used; reading goes on behind it. */
public final class BadLineException extends Exception {

    @Serial private static final long serialVersionUID = 1;

    private final String text;

    /**
     * Says why.
     *
     * @param text of the line, as far as it could be read
     */
    public BadLineException(String reason, String text) {
        super(reason);
        this.text = text;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public String text() {
        return text;
    }
}
