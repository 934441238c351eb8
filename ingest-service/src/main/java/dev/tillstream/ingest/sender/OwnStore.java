package dev.tillstream.ingest.sender;

import dev.tillstream.access.http.Caller;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.ingest.intake.Admission;
import dev.tillstream.ingest.intake.Outcome.Rejected;
import java.util.Optional;

/** Lets in what the owner of a key may send. */
record OwnStore(Caller caller) implements Admission {

    /** The reason names no store: whose key it is may be news to who found it. */
    @Override
    public Optional<Rejected> refusal(StoreEvent event) {
        return caller.maySendFor(event.storeId())
                ? Optional.empty()
                : Optional.of(
                        new Rejected(
                                Rejected.OTHER_STORE,
                                "/detail/store_id",
                                "is not the store of this key",
                                false));
    }
}
