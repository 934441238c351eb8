package dev.tillstream.producer;

import java.io.PrintWriter;
import java.util.OptionalDouble;

/** Shows a person how far a production is. */
public interface Progress extends AutoCloseable {

    /** For nobody. */
    Progress NONE = (settled, done) -> {};

    /**
     * Set to true by the script that starts us when it writes to a terminal; Java 21 can't tell.
     */
    String TERMINAL_PROPERTY = "tillstream.terminal";

    /**
     * Takes how far it is.
     *
     * @param settled events that were accepted or rejected so far
     * @param done which part of all the source has handed out, where it can tell
     */
    void show(long settled, OptionalDouble done);

    @Override
    default void close() {}

    /** A bar on a terminal, plain lines elsewhere. */
    static Progress of(boolean ends, PrintWriter lines) {
        return Boolean.getBoolean(TERMINAL_PROPERTY)
                ? new ProgressOnTerminal(ends)
                : new ProgressLines(lines, System::nanoTime);
    }
}
