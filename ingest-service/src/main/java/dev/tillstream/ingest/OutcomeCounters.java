package dev.tillstream.ingest;

import dev.tillstream.ingest.intake.Observer;
import dev.tillstream.ingest.intake.Outcome;
import dev.tillstream.ingest.intake.Outcome.Accepted;
import dev.tillstream.ingest.intake.Outcome.Rejected;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts events: {@code tillstream.ingest.accepted}, and {@code tillstream.ingest.rejected} by
 * code.
 */
final class OutcomeCounters implements Observer {

    private final MeterRegistry meters;
    private final Counter accepted;

    OutcomeCounters(MeterRegistry meters) {
        this.meters = meters;
        this.accepted =
                Counter.builder("tillstream.ingest.accepted")
                        .description("Events that the bus accepted")
                        .register(meters);
    }

    @Override
    public void saw(byte[] item, Outcome outcome) {
        switch (outcome) {
            case Accepted a -> accepted.increment();
            case Rejected rejected -> rejected(rejected.code()).increment();
        }
    }

    /** The codes are a short list of constants, so they are a tag. */
    private Counter rejected(String code) {
        return Counter.builder("tillstream.ingest.rejected")
                .description("Events that were not accepted, by the code of the reply")
                .tag("code", code)
                .register(meters);
    }
}
