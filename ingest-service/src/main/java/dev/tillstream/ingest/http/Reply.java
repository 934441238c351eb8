package dev.tillstream.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tillstream.ingest.intake.Outcome;
import dev.tillstream.ingest.intake.Outcome.Accepted;
import dev.tillstream.ingest.intake.Outcome.Rejected;
import dev.tillstream.ingest.intake.Submission;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a submission.
 *
 * @param rejected how many events were not accepted; first, as it is what a sender must look at
 * @param status whether all were accepted
 * @param recordCount how many were accepted
 * @param totSales the accepted sales minus the accepted returns
 * @param items one per event, in the order of the body
 */
@JsonPropertyOrder({"rejected", "status", "record_count", "tot_sales", "items"})
record Reply(
        int rejected,
        boolean status,
        @JsonProperty("record_count") int recordCount,
        @JsonProperty("tot_sales") BigDecimal totSales,
        List<Item> items) {

    @JsonPropertyOrder({"index", "status", "event_id", "error"})
    @JsonInclude(Include.NON_NULL)
    record Item(
            int index,
            String status,
            @JsonProperty("event_id") @Nullable String eventId,
            @Nullable Refusal error) {}

    @JsonPropertyOrder({"code", "field", "reason", "retryable"})
    record Refusal(String code, String field, String reason, boolean retryable) {}

    static Reply to(Submission submission) {
        List<Outcome> outcomes = submission.outcomes();
        int accepted = (int) outcomes.stream().filter(Accepted.class::isInstance).count();
        return new Reply(
                outcomes.size() - accepted,
                accepted == outcomes.size(),
                accepted,
                submission.sales().amount(),
                IntStream.range(0, outcomes.size())
                        .mapToObj(i -> item(i, outcomes.get(i)))
                        .toList());
    }

    /** Whether a sender should send something of this again, as it is. */
    boolean retryable() {
        return items.stream().anyMatch(item -> item.error() != null && item.error().retryable());
    }

    private static Item item(int index, Outcome outcome) {
        return switch (outcome) {
            case Accepted(String eventId) -> new Item(index, "accepted", eventId, null);
            case Rejected(String code, String field, String reason, boolean retryable) ->
                    new Item(index, "rejected", null, new Refusal(code, field, reason, retryable));
        };
    }
}
