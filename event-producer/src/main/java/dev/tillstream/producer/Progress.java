package dev.tillstream.producer;

import java.io.PrintWriter;
import java.util.OptionalLong;

/** Shows a person how far a production is. */
public interface Progress extends AutoCloseable {

    /**
     * Set to true by the script that starts us when it writes to a terminal; Java 21 can't tell.
     */
    String TERMINAL_PROPERTY = "tillstream.terminal";

    /** Takes how many events were accepted or rejected so far. */
    void show(long settled);

    @Override
    default void close() {}

    /** A bar on a terminal, plain lines elsewhere. */
    static Progress of(OptionalLong size, PrintWriter lines) {
        return Boolean.getBoolean(TERMINAL_PROPERTY)
                ? new ProgressOnTerminal(size)
                : new ProgressLines(lines, size);
    }
}
