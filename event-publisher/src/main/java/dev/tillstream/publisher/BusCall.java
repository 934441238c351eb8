package dev.tillstream.publisher;

import dev.tillstream.publisher.PublishResult.Accepted;
import dev.tillstream.publisher.PublishResult.Refused;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** One PutEvents request. */
record BusCall(EventBridgeClient client, String bus) {

    /** How a request ended: a reply with one result per entry, or one failure for all of them. */
    sealed interface Outcome {
        record Replied(List<PublishResult> results) implements Outcome {}

        record Failed(String code, String message) implements Outcome {}
    }

    Outcome put(List<Entry> batch) {
        try {
            PutEventsResponse response = client.putEvents(r -> r.entries(entries(batch)));
            if (response.entries().size() != batch.size()) {
                return new Outcome.Failed(
                        Refused.UNKNOWN,
                        "%d answers to %d entries"
                                .formatted(response.entries().size(), batch.size()));
            }
            return new Outcome.Replied(response.entries().stream().map(BusCall::result).toList());
        } catch (RuntimeException e) {
            // Not only SdkException: whatever broke, earlier requests of the same call may have
            // been accepted, and their results must reach the caller.
            return new Outcome.Failed(Blame.code(e), String.valueOf(e.getMessage()));
        }
    }

    private List<PutEventsRequestEntry> entries(List<Entry> batch) {
        return batch.stream().map(entry -> entry(entry.event())).toList();
    }

    private PutEventsRequestEntry entry(OutgoingEvent event) {
        return PutEventsRequestEntry.builder()
                .eventBusName(bus)
                .source(event.source())
                .detailType(event.detailType())
                .detail(event.detail())
                .time(event.time())
                .resources(event.resources())
                .build();
    }

    private static PublishResult result(PutEventsResultEntry entry) {
        if (entry.eventId() != null && entry.errorCode() == null) {
            return new Accepted(entry.eventId());
        }
        String code = entry.errorCode() == null ? Refused.UNKNOWN : entry.errorCode();
        String message = String.valueOf(entry.errorMessage());
        return new Refused(code, message, Blame.of(code, message) != Blame.EVENT);
    }
}
