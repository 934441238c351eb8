package dev.tillstream.producer;

import dev.tillstream.contract.StoreEvent;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Where events come from. */
public interface EventSource extends AutoCloseable {

    /**
     * The next events, in the order in which they happened; waits until there are some.
     *
     * @param limit how many at most
     * @return empty when there are no more
     */
    List<StoreEvent> next(int limit) throws InterruptedException;

    /** Which part of all was handed out, 0 to 1, where the source can tell. */
    OptionalDouble done();

    /** What it had to leave out, in one line for a person; empty when nothing. */
    default Optional<String> omissions() {
        return Optional.empty();
    }

    @Override
    void close();
}
