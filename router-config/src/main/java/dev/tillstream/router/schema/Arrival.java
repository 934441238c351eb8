package dev.tillstream.router.schema;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.Violation;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.router.route.Envelope;
import dev.tillstream.router.route.value.Value;
import dev.tillstream.router.route.verify.Contract;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An event as the bus sees it.
 *
 * @param notes what is worth knowing about how it got there
 * @param arrives whether it gets there at all: ingest-service lets nothing pass that the contract
 *     refuses
 */
public record Arrival(Value.Fields event, List<String> notes, boolean arrives) {
    public Arrival {
        notes = List.copyOf(notes);
    }

    /** The event itself if it has a source; otherwise what ingest-service makes of it. */
    public static Arrival of(Value.Fields event, Contract contract, List<String> sources) {
        if (event.field("source").isEmpty()) {
            return fromTill(event);
        }
        Value source = event.field("source").orElse(new Value.Nothing());
        boolean ours = sources.stream().map(Value.Text::new).anyMatch(source::equals);
        List<String> objections = ours ? contract.objections(event) : List.of();
        return new Arrival(
                Envelope.completeButForTime(event),
                objections.stream().map(each -> "Not valid by the contract: " + each).toList(),
                true);
    }

    private static Arrival fromTill(Value.Fields event) {
        EventCodec codec = new EventCodec();
        try {
            var decoded = codec.decode(event.json().getBytes(StandardCharsets.UTF_8));
            Map<String, Value> fields = new LinkedHashMap<>(event.entries());
            fields.put("detail", JsonValues.read(codec.encodeDetail(decoded)));
            return new Arrival(
                    Envelope.completeButForTime(new Value.Fields(fields)),
                    List.of(
                            "It has no source, so it is read as ingest-service would put it on the bus."),
                    true);
        } catch (EventRejectedException e) {
            return new Arrival(
                    Envelope.completeButForTime(event),
                    e.violations().stream()
                            .map(Violation::toString)
                            .map(each -> "ingest-service would refuse it: " + each)
                            .toList(),
                    false);
        }
    }
}
