package dev.tillstream.ingest.bus;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.Violation;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.ingest.intake.Bus;
import dev.tillstream.ingest.intake.Outcome;
import dev.tillstream.ingest.intake.Outcome.Rejected;
import dev.tillstream.publisher.OutgoingEvent;
import dev.tillstream.publisher.PublishResult;
import dev.tillstream.publisher.PublishResult.Accepted;
import dev.tillstream.publisher.PublishResult.Refused;
import java.util.List;
import java.util.function.Function;

/**
 * The bus by PutEvents: an event's detail with its defaults written out, at the event's own time.
 */
final class EventBridgeBus implements Bus {

    private final Function<List<OutgoingEvent>, List<PublishResult>> publisher;
    private final EventCodec codec;
    private final String source;

    EventBridgeBus(
            Function<List<OutgoingEvent>, List<PublishResult>> publisher,
            EventCodec codec,
            String source) {
        this.publisher = publisher;
        this.codec = codec;
        this.source = source;
    }

    @Override
    public List<Outcome> send(List<StoreEvent> events) {
        return publisher.apply(events.stream().map(this::outgoing).toList()).stream()
                .map(EventBridgeBus::outcome)
                .toList();
    }

    private OutgoingEvent outgoing(StoreEvent event) {
        return new OutgoingEvent(
                source, event.detailType(), codec.encodeDetail(event), event.time());
    }

    static Outcome outcome(PublishResult result) {
        return switch (result) {
            case Accepted(String eventId) -> new Outcome.Accepted(eventId);
            case Refused(String code, String message, boolean retryable) -> {
                if (code.equals(Refused.TOO_LARGE)) {
                    yield new Rejected(Violation.TOO_LARGE, "", message, false);
                }
                if (code.equals(Refused.QUEUE_FULL)) {
                    yield new Rejected(Rejected.QUEUE_FULL, "", "too many events wait", true);
                }
                // Only the code's name: AWS's messages can tell accounts and ARNs to a till.
                yield retryable
                        ? new Rejected(
                                Rejected.BUS_UNAVAILABLE,
                                "",
                                "the bus did not take it: " + code,
                                true)
                        : new Rejected(
                                Rejected.BUS_REFUSED, "", "the bus refuses it: " + code, false);
            }
        };
    }
}
