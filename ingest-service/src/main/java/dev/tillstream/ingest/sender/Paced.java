package dev.tillstream.ingest.sender;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.ingest.intake.Admission;
import dev.tillstream.ingest.intake.Outcome.Rejected;
import io.github.bucket4j.Bucket;
import java.util.Optional;

/** Charges each event to the store that sends it. */
record Paced(Admission admission, Bucket bucket) implements Admission {

    @Override
    public Optional<Rejected> refusal(StoreEvent event) {
        bucket.consumeIgnoringRateLimits(1);
        return admission.refusal(event);
    }
}
