package dev.tillstream.producer;

import dev.tillstream.contract.StoreEvent;
import java.util.List;
import java.util.OptionalLong;

/** Where events come from. */
public interface EventSource extends AutoCloseable {

    /**
     * The next events, in the order in which they happened; waits until there are some.
     *
     * @param limit how many at most
     * @return empty when there are no more
     */
    List<StoreEvent> next(int limit) throws InterruptedException;

    /** How many events there are in all, where the source can tell. */
    OptionalLong size();

    @Override
    void close();
}
