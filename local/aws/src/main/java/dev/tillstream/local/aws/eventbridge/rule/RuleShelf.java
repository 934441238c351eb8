package dev.tillstream.local.aws.eventbridge.rule;

import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.disk.Shelf;
import dev.tillstream.local.aws.eventbridge.delivery.Workers;
import dev.tillstream.local.aws.eventbridge.target.Target;
import dev.tillstream.local.aws.eventbridge.target.TargetDefinition;
import dev.tillstream.local.aws.protocol.Input;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Buses and their rules on disk; a rule's key is {@code bus/rule}. */
final class RuleShelf {

    private final Shelf<String> buses;
    private final Shelf<String> rules;

    RuleShelf(Disk disk) {
        buses = disk.named("events.buses");
        rules = disk.named("events.rules");
    }

    void saveBus(String bus) {
        buses.put(bus, JsonNodeFactory.instance::objectNode);
    }

    void removeBus(String bus) {
        buses.remove(bus);
    }

    void saveRule(String bus, Rule rule) {
        rules.put(bus + "/" + rule.name(), () -> write(rule));
    }

    void removeRule(String bus, String rule) {
        rules.remove(bus + "/" + rule);
    }

    void buses(Consumer<String> use) {
        buses.forEach((bus, nothing) -> use.accept(bus));
    }

    /** Puts each rule into its bus again and starts the workers of its targets. */
    void rules(Function<String, Bus> bus, Workers workers) {
        Map<String, JsonNode> found = new TreeMap<>();
        rules.forEach(found::put);
        found.forEach((key, node) -> {
            String[] names = key.split("/", 2);
            Bus home = bus.apply(names[0]);
            Rule rule = read(names[1], home.ruleArn(names[1]), node, workers);
            home.change(rule.name(), nothing -> rule);
        });
    }

    private static ObjectNode write(Rule rule) {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("pattern", rule.pattern().json())
                        .put("enabled", rule.enabled())
                        .put("description", rule.description())
                        .put("roleArn", rule.roleArn());
        ArrayNode targets = node.putArray("targets");
        rule.targets()
                .values()
                .forEach(bound ->
                        targets.addObject()
                                .put("number", bound.worker().number())
                                .set("definition", bound.target().definition()));
        return node;
    }

    private static Rule read(String name, String arn, JsonNode node, Workers workers) {
        Map<String, BoundTarget> targets = new TreeMap<>();
        for (JsonNode each : node.path("targets")) {
            Target target = TargetDefinition.parse(new Input(each.path("definition")));
            targets.put(
                    target.id(),
                    new BoundTarget(
                            target, workers.restore(each.path("number").longValue(), arn, target)));
        }
        return new Rule(
                name,
                arn,
                new EventPattern(node.path("pattern").stringValue()),
                node.path("enabled").booleanValue(),
                node.path("description").stringValue(null),
                node.path("roleArn").stringValue(null),
                new TreeMap<>(targets));
    }
}
