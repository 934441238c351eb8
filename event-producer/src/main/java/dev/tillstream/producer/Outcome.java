package dev.tillstream.producer;

import dev.tillstream.contract.StoreEvent;

/** Is told what became of each event. */
public interface Outcome {

    void accepted(StoreEvent event);

    /** The event is not what the receiver takes: sending it again would not help. */
    void rejected(StoreEvent event, String reason);
}
