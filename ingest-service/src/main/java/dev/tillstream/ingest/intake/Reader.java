package dev.tillstream.ingest.intake;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.Violation;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.ingest.intake.Outcome.Rejected;
import java.time.Duration;
import java.time.InstantSource;

/** Tells events from what only looks like them. */
record Reader(EventCodec codec, InstantSource clock, Duration maxAhead, Admission admission) {

    Reader with(Admission other) {
        return new Reader(codec, clock, maxAhead, other);
    }

    Reading read(byte[] item) {
        try {
            StoreEvent event = codec.decode(item);
            if (event.time().isAfter(clock.instant().plus(maxAhead))) {
                return invalid(Rejected.TIME_IN_FUTURE, "/time", tooFarAhead());
            }
            return admission
                    .refusal(event)
                    .<Reading>map(Reading.Invalid::new)
                    .orElseGet(() -> new Reading.Valid(event));
        } catch (EventRejectedException e) {
            Violation first = e.violations().getFirst();
            return invalid(first.code(), first.field(), first.reason());
        }
    }

    private String tooFarAhead() {
        return "is more than %d s ahead of %s".formatted(maxAhead.toSeconds(), clock.instant());
    }

    private static Reading invalid(String code, String field, String reason) {
        return new Reading.Invalid(new Rejected(code, field, reason, false));
    }
}
