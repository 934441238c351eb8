package dev.tillstream.producer.bus;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.producer.EventSink;
import dev.tillstream.producer.Outcome;
import dev.tillstream.producer.UndeliveredException;
import dev.tillstream.producer.delivery.Flights;
import dev.tillstream.producer.envelope.Envelope;
import dev.tillstream.publisher.EventPublisher;
import dev.tillstream.publisher.OutgoingEvent;
import dev.tillstream.publisher.PublishResult;
import java.util.List;

/** Puts events on an EventBridge bus, a few calls at a time; the publisher sends again what may. */
public final class BusSink implements EventSink {

    /** PutEvents takes that many. */
    private static final int CALL = 10;

    private final EventCodec codec = new EventCodec();
    private final EventPublisher publisher;
    private final Flights flights;

    /**
     * A sink for one bus.
     *
     * @param inFlight calls under way at once
     */
    public BusSink(EventPublisher publisher, int inFlight) {
        this.publisher = publisher;
        flights = new Flights(inFlight);
    }

    @Override
    public void send(List<StoreEvent> events, Outcome outcome) throws InterruptedException {
        for (int from = 0; from < events.size(); from += CALL) {
            List<StoreEvent> some = events.subList(from, Math.min(from + CALL, events.size()));
            flights.start(() -> deliver(some, outcome));
        }
    }

    @Override
    public void drain() throws InterruptedException {
        flights.drain();
    }

    /** Gives up what is still under way. */
    @Override
    public void close() {
        flights.close();
    }

    private void deliver(List<StoreEvent> events, Outcome outcome) {
        List<PublishResult> results =
                publisher.publish(events.stream().map(this::outgoing).toList());
        String undelivered = null;
        for (int i = 0; i < events.size(); i++) {
            switch (results.get(i)) {
                case PublishResult.Accepted accepted -> outcome.accepted(events.get(i));
                case PublishResult.Refused refused -> {
                    String reason = refused.code() + ": " + refused.message();
                    if (refused.retryable()) {
                        undelivered = reason;
                    } else {
                        outcome.rejected(events.get(i), reason);
                    }
                }
            }
        }
        if (undelivered != null) {
            throw new UndeliveredException("The bus didn't take all events, last: " + undelivered);
        }
    }

    private OutgoingEvent outgoing(StoreEvent event) {
        return new OutgoingEvent(
                Envelope.SOURCE, event.detailType(), codec.encodeDetail(event), event.time());
    }
}
