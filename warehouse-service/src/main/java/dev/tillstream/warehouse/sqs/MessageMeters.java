package dev.tillstream.warehouse.sqs;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Counts deliveries by outcome; every outcome shows from the start, so that zero is seen too. */
final class MessageMeters {

    private final Map<MessageOutcome, Counter> counters = new EnumMap<>(MessageOutcome.class);

    MessageMeters(MeterRegistry registry) {
        for (MessageOutcome outcome : MessageOutcome.values()) {
            Counter counter =
                    Counter.builder("tillstream.warehouse.messages")
                            .description("Messages taken from the queue, each delivery once")
                            .tag("outcome", outcome.tag())
                            .register(registry);
            counters.put(outcome, counter);
        }
    }

    void count(MessageOutcome outcome) {
        Counter counter = counters.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }
}
