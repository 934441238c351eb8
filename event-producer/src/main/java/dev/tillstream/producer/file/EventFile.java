package dev.tillstream.producer.file;

import dev.tillstream.contract.StoreEvent;
import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** A file that is being read, one event after the other. */
interface EventFile extends Closeable {

    /**
     * The next event; null at the end.
     *
     * @throws BadFileException if the next line is no event
     */
    @Nullable StoreEvent next();
}
