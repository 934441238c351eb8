package dev.tillstream.producer;

import dev.tillstream.contract.StoreEvent;
import java.util.List;

/** Where events go. */
public interface EventSink extends AutoCloseable {

    /**
     * Takes events on their way; may return before they have arrived, and waits when too many are
     * under way.
     *
     * @param outcome told once for each event what became of it, from any thread
     * @throws UndeliveredException if events, these or earlier ones, could not be delivered
     */
    void send(List<StoreEvent> events, Outcome outcome) throws InterruptedException;

    /**
     * Waits until nothing is under way any more.
     *
     * @throws UndeliveredException if events could not be delivered
     */
    void drain() throws InterruptedException;

    @Override
    void close();
}
