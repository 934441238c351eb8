package dev.tillstream.local.aws.eventbridge;

import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.eventbridge.delivery.Workers;
import dev.tillstream.local.aws.eventbridge.rule.Buses;
import dev.tillstream.local.aws.eventbridge.target.Arn;
import dev.tillstream.local.aws.eventbridge.target.TargetPort;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Input;
import dev.tillstream.local.aws.protocol.JsonService;
import dev.tillstream.local.aws.retry.Backoff;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * EventBridge: buses, rules and targets by its JSON protocol, delivery with retries and dead
 * letters.
 */
public final class EventBridge implements JsonService, AutoCloseable {

    private final Map<String, Function<Input, JsonNode>> operations;
    private final Workers workers;
    private final EventBridgeSettings settings;

    public EventBridge(
            EventBridgeSettings settings,
            Function<Arn, TargetPort> ports,
            InstantSource clock,
            Supplier<UUID> ids,
            RandomGenerator random,
            Disk disk) {
        this(settings, ports, clock, ids, random, BusWatcher.NONE, disk);
    }

    public EventBridge(
            EventBridgeSettings settings,
            Function<Arn, TargetPort> ports,
            InstantSource clock,
            Supplier<UUID> ids,
            RandomGenerator random,
            BusWatcher watcher,
            Disk disk) {
        this.settings = settings;
        Backoff backoff = new Backoff(settings.firstRetry(), settings.longestRetry(), random);
        this.workers = new Workers(ports, settings.queueCapacity(), backoff, clock, disk);
        Buses buses = new Buses(settings.region(), settings.account(), workers, disk);
        BusOperations bus = new BusOperations(buses);
        RuleOperations rule = new RuleOperations(buses);
        TargetOperations target = new TargetOperations(buses, workers);
        PutEvents putEvents = new PutEvents(buses, settings, clock, ids, watcher);
        this.operations =
                Map.ofEntries(
                        Map.entry("CreateEventBus", bus::create),
                        Map.entry("DescribeEventBus", bus::describe),
                        Map.entry("ListEventBuses", bus::list),
                        Map.entry("DeleteEventBus", bus::delete),
                        Map.entry("PutRule", rule::put),
                        Map.entry("DescribeRule", rule::describe),
                        Map.entry("ListRules", rule::list),
                        Map.entry("DeleteRule", rule::delete),
                        Map.entry("EnableRule", input -> rule.enable(input, true)),
                        Map.entry("DisableRule", input -> rule.enable(input, false)),
                        Map.entry("TestEventPattern", rule::test),
                        Map.entry("PutTargets", target::put),
                        Map.entry("ListTargetsByRule", target::list),
                        Map.entry("ListRuleNamesByTarget", target::listRuleNames),
                        Map.entry("RemoveTargets", target::remove),
                        Map.entry("PutEvents", putEvents::handle));
    }

    @Override
    public String targetPrefix() {
        return "AWSEvents";
    }

    @Override
    public JsonNode handle(String operation, JsonNode input) {
        Function<Input, JsonNode> handler = operations.get(operation);
        if (handler == null) {
            throw AwsException.unknownOperation("EventBridge", operation);
        }
        return handler.apply(new Input(input));
    }

    /**
     * Delivers what was accepted, within the drain time; the front must be open until this returns.
     */
    @Override
    public void close() {
        try {
            workers.close(settings.drain());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
