package dev.tillstream.producer;

import java.io.PrintWriter;
import java.util.OptionalLong;

/** Shows a person how far a production is. */
public interface Progress extends AutoCloseable {

    /**
     * @param settled events accepted or rejected so far
     */
    void show(long settled);

    @Override
    default void close() {}

    /** A bar on a terminal, plain lines elsewhere. */
    static Progress of(OptionalLong size, PrintWriter lines) {
        return System.console() == null
                ? new ProgressLines(lines, size)
                : new ProgressOnTerminal(size);
    }
}
