package dev.tillstream.ingest.intake;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.ingest.intake.Outcome.Rejected;
import java.util.Optional;

/** Whether the sender of a request may send an event: asked for each one, before the bus is. */
@FunctionalInterface
public interface Admission {

    /** Lets everything in. */
    Admission ALL = event -> Optional.empty();

    /** Why this event may not come in; empty when it may. */
    Optional<Rejected> refusal(StoreEvent event);
}
