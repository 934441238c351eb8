package dev.tillstream.ingest.bus;

import dev.tillstream.publisher.shared.CallObserver;
import dev.tillstream.publisher.shared.SharedPublisher;
import dev.tillstream.publisher.shared.SharedPublisher.Depth;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * Measures {@code tillstream.ingest.bus.fill} (events a call), {@code tillstream.ingest.bus.call}
 * (how long one takes, what was sent again included), and what is held: {@code
 * tillstream.ingest.queue.waiting}, {@code .held}, {@code .bytes}, {@code .calls}.
 */
final class BusMeters implements CallObserver {

    private final MeterRegistry meters;
    private final DistributionSummary fill;
    private final Timer calls;

    BusMeters(MeterRegistry meters) {
        this.meters = meters;
        this.fill =
                DistributionSummary.builder("tillstream.ingest.bus.fill")
                        .description("Events in one PutEvents call, of at most 10")
                        .serviceLevelObjectives(1, 2, 4, 6, 8, 9, 10)
                        .register(meters);
        this.calls =
                Timer.builder("tillstream.ingest.bus.call")
                        .description("One PutEvents call with all that was sent again")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofMillis(2))
                        .maximumExpectedValue(Duration.ofSeconds(10))
                        .register(meters);
    }

    void watch(SharedPublisher publisher) {
        gauge(publisher, "waiting", "Events that wait for a call", Depth::waiting);
        gauge(publisher, "held", "Events without a result yet", Depth::held);
        gauge(publisher, "bytes", "Bytes of the events held", Depth::heldBytes);
        gauge(publisher, "calls", "PutEvents calls under way", Depth::calls);
    }

    @Override
    public void called(int entries, Duration took) {
        fill.record(entries);
        calls.record(took);
    }

    private void gauge(
            SharedPublisher publisher,
            String name,
            String description,
            ToDoubleFunction<Depth> value) {
        Gauge.builder(
                        "tillstream.ingest.queue." + name,
                        publisher,
                        p -> value.applyAsDouble(p.depth()))
                .description(description)
                .register(meters);
    }
}
