package dev.tillstream.ingest.intake;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.Violation;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.ingest.intake.Outcome.Rejected;
import java.time.Duration;
import java.time.InstantSource;

/** Tells events from what only looks like them. */
record Reader(
        EventCodec codec,
        InstantSource clock,
        Duration maxAhead,
        Admission admission,
        Notation notation) {

    Reader with(Admission other, Notation spoken) {
        return new Reader(codec, clock, maxAhead, other, spoken);
    }

    Reading read(byte[] item) {
        byte[] envelope;
        try {
            envelope = notation.envelope(item);
        } catch (EventRejectedException e) {
            Violation first = e.violations().getFirst();
            return invalid(first.code(), first.field(), first.reason());
        }
        return readEnvelope(envelope);
    }

    private Reading readEnvelope(byte[] envelope) {
        try {
            StoreEvent event = codec.decode(envelope);
            if (event.time().isAfter(clock.instant().plus(maxAhead))) {
                return invalid(Rejected.TIME_IN_FUTURE, "/time", tooFarAhead());
            }
            return admission
                    .refusal(event)
                    .<Reading>map(
                            no -> invalid(no.code(), notation.pointer(no.field()), no.reason()))
                    .orElseGet(() -> new Reading.Valid(event));
        } catch (EventRejectedException e) {
            Violation first = e.violations().getFirst();
            return invalid(first.code(), notation.pointer(first.field()), first.reason());
        }
    }

    private String tooFarAhead() {
        return "is more than %d s ahead of %s".formatted(maxAhead.toSeconds(), clock.instant());
    }

    private static Reading invalid(String code, String field, String reason) {
        return new Reading.Invalid(new Rejected(code, field, reason, false));
    }
}
