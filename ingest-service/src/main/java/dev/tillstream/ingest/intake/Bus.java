package dev.tillstream.ingest.intake;

import dev.tillstream.contract.StoreEvent;
import java.util.List;

/** Where events go. */
public interface Bus {

    /** Sends events and says what became of each, in their order. */
    List<Outcome> send(List<StoreEvent> events);
}
