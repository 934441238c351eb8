package dev.tillstream.producer.file;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.producer.line.BadLineException;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that is being read, one event after the other. */
interface EventFile extends Closeable {

    /**
     * The next event; null at the end.
     *
     * @throws BadLineException if the next line is no event
     */
    @Nullable StoreEvent next() throws IOException, BadLineException;

    /** Passes over the next event without looking at it; false at the end. */
    boolean skip() throws IOException;

    /** The line on which the last one begins, from 1. */
    long line();
}
