package dev.tillstream.publisher;

import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/**
 * Puts events on a bus and says for each one what became of it. Thread-safe when its random
 * generator is; calls block, so call it on a virtual thread.
 *
 * <p>Give it a client that does not retry by itself, or the attempts multiply.
 */
public final class EventPublisher {

    private final EventBridgeClient client;
    private final PublisherSettings settings;
    private final Backoff backoff;
    private final LongSupplier nanos;

    public EventPublisher(
            EventBridgeClient client,
            PublisherSettings settings,
            RandomGenerator random,
            Sleeper sleeper) {
        this(client, settings, random, sleeper, System::nanoTime);
    }

    EventPublisher(
            EventBridgeClient client,
            PublisherSettings settings,
            RandomGenerator random,
            Sleeper sleeper,
            LongSupplier nanos) {
        this.client = client;
        this.settings = settings;
        this.backoff = new Backoff(settings.retry(), random, sleeper);
        this.nanos = nanos;
    }

    /**
     * Sends events, those that fail again and again within the settings.
     *
     * @return one result per event, in the order of the events; never throws for what AWS answers
     */
    public List<PublishResult> publish(List<OutgoingEvent> events) {
        return new Publication(new BusCall(client, settings.bus()), settings, backoff, events)
                .run(nanos);
    }
}
