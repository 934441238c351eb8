package dev.tillstream.consumer.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Decodes messages, hands their events on, and counts what became of each delivery. A message is
 * acknowledged when {@link #take} returns, and never when it throws: what can't be handled ends in
 * the dead-letter queue by the queue's redrive.
 */
public final class EventIntake {

    /** Nothing to do for this service. */
    public static final String IGNORED = "ignored";

    /** Not an event; comes again until redrive moves it to the dead-letter queue. */
    private static final String UNDECODABLE = "undecodable";

    /** Comes again later; redrive moves it if that happens too often. */
    private static final String FAILED = "failed";

    private final EventCodec codec;
    private final Map<String, Counter> counters = new HashMap<>();

    /**
     * An intake whose every outcome is counted from the start, so that zero is seen too.
     *
     * @param meter name of the counter, which gets a tag for the outcome
     * @param outcomes what the handler may answer, besides {@link #IGNORED}
     */
    public EventIntake(
            EventCodec codec, MeterRegistry registry, String meter, List<String> outcomes) {
        this.codec = codec;
        outcomes.forEach(outcome -> register(registry, meter, outcome));
        List.of(IGNORED, UNDECODABLE, FAILED)
                .forEach(outcome -> register(registry, meter, outcome));
    }

    /**
     * Takes one delivery.
     *
     * @param handler answers with the outcome
     */
    public void take(String body, Function<StoreEvent, String> handler) {
        try {
            count(handler.apply(codec.decode(body.getBytes(UTF_8))));
        } catch (EventRejectedException e) {
            count(UNDECODABLE);
            throw e;
        } catch (RuntimeException e) {
            count(FAILED);
            throw e;
        }
    }

    private void count(String outcome) {
        Objects.requireNonNull(counters.get(outcome), outcome).increment();
    }

    private void register(MeterRegistry registry, String meter, String outcome) {
        counters.put(
                outcome,
                Counter.builder(meter)
                        .description("Messages taken from the queue, each delivery once")
                        .tag("outcome", outcome)
                        .register(registry));
    }
}
