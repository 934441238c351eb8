package dev.tillstream.consumer.outbox;

import dev.tillstream.publisher.outbox.RelayMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what the relay does. */
final class MicrometerRelayMeter implements RelayMeter {

    private final Counter relayed;
    private final Counter refused;
    private final Counter overdue;

    MicrometerRelayMeter(MeterRegistry registry) {
        relayed =
                Counter.builder("tillstream.outbox.relayed")
                        .description("Events that the bus took")
                        .register(registry);
        refused =
                Counter.builder("tillstream.outbox.refused")
                        .description("Events that the bus did not take; they go again later")
                        .register(registry);
        overdue =
                Counter.builder("tillstream.outbox.overdue")
                        .description("Changes whose events nobody delivered in time")
                        .register(registry);
    }

    @Override
    public void relayed(int events) {
        relayed.increment(events);
    }

    @Override
    public void refused(int events) {
        refused.increment(events);
    }

    @Override
    public void overdue(int parcels) {
        overdue.increment(parcels);
    }
}
