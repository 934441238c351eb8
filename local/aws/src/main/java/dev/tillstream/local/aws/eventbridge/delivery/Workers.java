package dev.tillstream.local.aws.eventbridge.delivery;

import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.disk.Shelf;
import dev.tillstream.local.aws.eventbridge.target.Arn;
import dev.tillstream.local.aws.eventbridge.target.Target;
import dev.tillstream.local.aws.eventbridge.target.TargetDefinition;
import dev.tillstream.local.aws.eventbridge.target.TargetPort;
import dev.tillstream.local.aws.protocol.Input;
import dev.tillstream.local.aws.retry.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Starts a worker for each target and waits for all of them at the end. */
public final class Workers {

    private final Function<Arn, TargetPort> ports;
    private final Capacity capacity;
    private final Backoff backoff;
    private final InstantSource clock;
    private final Shelf<Long> targets;
    private final PendingShelf pending;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, TargetWorker> running = new ConcurrentHashMap<>();

    /** The capacity is that of each target. */
    public Workers(
            Function<Arn, TargetPort> ports,
            Capacity capacity,
            Backoff backoff,
            InstantSource clock,
            Disk disk) {
        this.ports = ports;
        this.capacity = capacity;
        this.backoff = backoff;
        this.clock = clock;
        this.targets = disk.numbered("events.targets");
        this.pending = new PendingShelf(disk);
    }

    public TargetWorker start(String ruleArn, Target target) {
        running.values().removeIf(worker -> !worker.alive());
        return start(numbers.incrementAndGet(), ruleArn, target);
    }

    /** Starts one that a rule had in an earlier process, with what it did not come to deliver. */
    public TargetWorker restore(long number, String ruleArn, Target target) {
        numbers.accumulateAndGet(number, Math::max);
        return start(number, ruleArn, target);
    }

    /** Lets those that no rule has anymore deliver what they still hold; after all others. */
    public void restoreRetired() {
        Map<Long, JsonNode> left = new TreeMap<>();
        targets.forEach(left::put);
        left.keySet().removeAll(running.keySet());
        left.forEach((number, target) ->
                restore(
                                number,
                                target.path("rule").stringValue(),
                                TargetDefinition.parse(new Input(target.path("definition"))))
                        .retire());
        pending.removeUntaken();
    }

    /** Drains all workers within this time altogether. */
    public void close(Duration patience) throws InterruptedException {
        Instant deadline = Instant.now().plus(patience);
        running.values().forEach(TargetWorker::retire);
        for (TargetWorker worker : running.values()) {
            Duration left = Duration.between(Instant.now(), deadline);
            worker.close(left.isNegative() ? Duration.ZERO : left);
        }
    }

    private TargetWorker start(long number, String ruleArn, Target target) {
        targets.put(number, () -> definition(ruleArn, target));
        TargetPort port = ports.apply(target.arn());
        Arn deadLetterQueue = target.deadLetterQueue();
        DeliveryQueue queue = new DeliveryQueue(capacity, new Pending(number, pending));
        pending.take(number).forEach(queue::restore);
        Courier courier =
                new Courier(
                        ruleArn,
                        target,
                        port,
                        deadLetterQueue == null ? null : ports.apply(deadLetterQueue),
                        queue,
                        backoff,
                        clock);
        TargetWorker worker =
                new TargetWorker(
                        number,
                        target.id() + " of " + ruleArn,
                        queue,
                        courier,
                        port.limits().messages(),
                        clock,
                        () -> targets.remove(number));
        worker.start();
        running.put(number, worker);
        return worker;
    }

    private static ObjectNode definition(String ruleArn, Target target) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("rule", ruleArn);
        node.set("definition", target.definition());
        return node;
    }
}
