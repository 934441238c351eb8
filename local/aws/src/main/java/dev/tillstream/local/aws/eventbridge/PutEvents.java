package dev.tillstream.local.aws.eventbridge;

import dev.tillstream.local.aws.eventbridge.delivery.TargetWorker;
import dev.tillstream.local.aws.eventbridge.rule.Bus;
import dev.tillstream.local.aws.eventbridge.rule.Buses;
import dev.tillstream.local.aws.eventbridge.target.Event;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Input;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** PutEvents: an entry is accepted when it is in the queue of every target that matches. */
final class PutEvents {

    private static final Logger LOG = LoggerFactory.getLogger(PutEvents.class);
    private static final int MOST_ENTRIES = 10;

    private final Buses buses;
    private final EventBridgeSettings settings;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final BusWatcher watcher;

    PutEvents(
            Buses buses,
            EventBridgeSettings settings,
            InstantSource clock,
            Supplier<UUID> ids,
            BusWatcher watcher) {
        this.buses = buses;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
        this.watcher = watcher;
    }

    JsonNode handle(Input input) {
        input.allowing("Entries");
        List<Entry> entries = input.list("Entries").stream().map(Entry::new).toList();
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw Input.invalid(
                    "1 validation error detected: Value at 'entries' failed to satisfy constraint:"
                            + " Member must have length between 1 and "
                            + MOST_ENTRIES);
        }
        if (entries.stream().mapToLong(Entry::size).sum() > settings.requestBytes()) {
            throw Input.invalid("Total size of the entries in the request is over the limit.");
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode results = JsonNodeFactory.instance.arrayNode();
        int failed = 0;
        for (Entry entry : entries) {
            ObjectNode result = put(entry);
            failed += result.has("ErrorCode") ? 1 : 0;
            results.add(result);
        }
        answer.put("FailedEntryCount", failed).set("Entries", results);
        return answer;
    }

    private ObjectNode put(Entry entry) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        try {
            return result.put("EventId", accept(entry));
        } catch (AwsException e) {
            watcher.refused(
                    entry.says("EventBusName"),
                    entry.says("Source"),
                    entry.says("DetailType"),
                    e.code() + ": " + e.getMessage());
            return result.put("ErrorCode", e.code()).put("ErrorMessage", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("An entry of PutEvents failed", e);
            return result.put("ErrorCode", "InternalFailure").put("ErrorMessage", e.toString());
        }
    }

    private String accept(Entry entry) {
        Instant now = clock.instant();
        Event event = entry.toEvent(ids.get().toString(), now, settings);
        Bus bus =
                buses.find(entry.bus())
                        .orElseThrow(() ->
                                AwsException.badRequest(
                                        "InvalidArgument",
                                        "Parameter EventBusName is not valid. Reason: Event bus "
                                                + entry.bus().orElse("")
                                                + " does not exist."));
        List<TargetWorker> targets = bus.matching(event);
        reserve(event, targets);
        watcher.accepted(event, bus.name(), targets.size());
        targets.forEach(target -> target.accept(event, now));
        return event.id();
    }

    /** Takes a place in each queue, or none: an event must not reach only some of its targets. */
    private static void reserve(Event event, List<TargetWorker> targets) {
        List<TargetWorker> reserved = new ArrayList<>();
        for (TargetWorker target : targets) {
            if (!target.reserve(event)) {
                reserved.forEach(worker -> worker.release(event));
                throw AwsException.badRequest(
                        "ThrottlingException", "The queue of a target is full. Try again later.");
            }
            reserved.add(target);
        }
    }
}
