package dev.tillstream.local.aws.eventbridge.delivery;

import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.disk.Shelf;
import dev.tillstream.local.aws.eventbridge.target.Event;
import dev.tillstream.local.aws.eventbridge.target.Refusal;
import dev.tillstream.local.aws.protocol.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The deliveries of all targets on disk, with how often each was tried and why it is dead. */
final class PendingShelf {

    private final Shelf<Long> deliveries;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, List<Delivery>> found = new ConcurrentHashMap<>();

    PendingShelf(Disk disk) {
        deliveries = disk.numbered("events.pending");
        deliveries.forEach((number, delivery) -> {
            numbers.set(number);
            found.computeIfAbsent(delivery.path("target").longValue(), key -> new ArrayList<>())
                    .add(read(number, delivery));
        });
    }

    long nextNumber() {
        return numbers.incrementAndGet();
    }

    void save(long target, Delivery delivery) {
        deliveries.put(delivery.number(), () -> write(target, delivery));
    }

    void remove(Delivery delivery) {
        deliveries.remove(delivery.number());
    }

    /** What an earlier process left for this target, in the order of acceptance; once. */
    List<Delivery> take(long target) {
        List<Delivery> left = found.remove(target);
        return left == null ? List.of() : left;
    }

    /** Removes what is left of targets that had ended: a kill came between two commits. */
    void removeUntaken() {
        found.values().forEach(left -> left.forEach(this::remove));
        found.clear();
    }

    private static ObjectNode write(long target, Delivery delivery) {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("target", target)
                        .put("event", delivery.event().json())
                        .put("failures", delivery.failures());
        node.set("accepted", Timestamps.node(delivery.accepted()));
        node.set("due", Timestamps.node(delivery.due()));
        DeadLetter reason = delivery.deadLetter();
        if (reason != null) {
            node.putObject("dead")
                    .put("code", reason.refusal().code())
                    .put("message", reason.refusal().message())
                    .put("exhausted", reason.exhausted().orElse(null))
                    .put("retries", reason.retries());
        }
        return node;
    }

    private static Delivery read(long number, JsonNode node) {
        JsonNode dead = node.path("dead");
        return new Delivery(
                number,
                Event.parse(node.path("event").stringValue()),
                Timestamps.read(node.path("accepted")),
                node.path("failures").intValue(),
                Timestamps.read(node.path("due")),
                dead.isObject() ? reason(dead) : null);
    }

    private static DeadLetter reason(JsonNode dead) {
        return new DeadLetter(
                new Refusal(
                        dead.path("code").stringValue(), dead.path("message").stringValue(), false),
                Optional.ofNullable(dead.path("exhausted").stringValue(null)),
                dead.path("retries").intValue());
    }
}
