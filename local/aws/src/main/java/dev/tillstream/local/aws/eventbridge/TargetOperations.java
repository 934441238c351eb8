package dev.tillstream.local.aws.eventbridge;

import dev.tillstream.local.aws.eventbridge.delivery.Workers;
import dev.tillstream.local.aws.eventbridge.rule.BoundTarget;
import dev.tillstream.local.aws.eventbridge.rule.Bus;
import dev.tillstream.local.aws.eventbridge.rule.Buses;
import dev.tillstream.local.aws.eventbridge.rule.Rule;
import dev.tillstream.local.aws.eventbridge.target.Target;
import dev.tillstream.local.aws.eventbridge.target.TargetDefinition;
import dev.tillstream.local.aws.protocol.Input;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The operations on the targets of rules. */
final class TargetOperations {

    private static final int MOST_TARGETS = 5;

    private final Buses buses;
    private final Workers workers;

    TargetOperations(Buses buses, Workers workers) {
        this.buses = buses;
        this.workers = workers;
    }

    /** All targets are checked before the first is changed. */
    JsonNode put(Input input) {
        Bus bus = bus(input.allowing("Rule", "EventBusName", "Targets"));
        String name = input.text("Rule");
        List<Target> targets = input.list("Targets").stream().map(TargetDefinition::parse).toList();
        if (targets.isEmpty()) {
            throw Input.invalid("Targets must not be empty");
        }
        bus.change(name, rule -> with(bus.rule(name), targets));
        return answer();
    }

    JsonNode list(Input input) {
        Bus bus = bus(input.allowing("Rule", "EventBusName"));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("Targets");
        bus.rule(input.text("Rule"))
                .targets()
                .values()
                .forEach(bound -> list.add(bound.target().definition()));
        return answer;
    }

    JsonNode listRuleNames(Input input) {
        Bus bus = bus(input.allowing("TargetArn", "EventBusName"));
        String arn = input.text("TargetArn");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("RuleNames");
        bus.rules().stream()
                .filter(rule ->
                        rule.targets().values().stream()
                                .anyMatch(b -> b.target().arn().toString().equals(arn)))
                .forEach(rule -> list.add(rule.name()));
        return answer;
    }

    JsonNode remove(Input input) {
        Bus bus = bus(input.allowing("Rule", "EventBusName", "Ids", "Force"));
        String name = input.text("Rule");
        List<String> ids = input.texts("Ids");
        Rule before = bus.rule(name);
        Set<String> unknown = new HashSet<>(ids);
        unknown.removeAll(before.targets().keySet());
        bus.change(name, rule -> without(bus.rule(name), ids));
        ObjectNode answer = answer();
        ArrayNode failed = (ArrayNode) answer.path("FailedEntries");
        for (String id : unknown) {
            failed.addObject()
                    .put("TargetId", id)
                    .put("ErrorCode", "ResourceNotFoundException")
                    .put("ErrorMessage", "Rule " + name + " has no target " + id + ".");
        }
        return answer.put("FailedEntryCount", unknown.size());
    }

    private Rule with(Rule rule, List<Target> added) {
        Map<String, BoundTarget> targets = new TreeMap<>(rule.targets());
        Set<String> ids = added.stream().map(Target::id).collect(Collectors.toSet());
        ids.addAll(targets.keySet());
        if (ids.size() > MOST_TARGETS) {
            throw RuleOperations.limit("A rule can have at most " + MOST_TARGETS + " targets.");
        }
        List<BoundTarget> replaced = new ArrayList<>();
        for (Target target : added) {
            BoundTarget present = targets.get(target.id());
            if (present != null && present.target().equals(target)) {
                continue;
            }
            BoundTarget bound = new BoundTarget(target, workers.start(rule.arn(), target));
            BoundTarget old = targets.put(target.id(), bound);
            if (old != null) {
                replaced.add(old);
            }
        }
        // What the old ones hold is still theirs to deliver.
        replaced.forEach(old -> old.worker().retire());
        return rule.targets(targets);
    }

    private static Rule without(Rule rule, List<String> ids) {
        Map<String, BoundTarget> targets = new TreeMap<>(rule.targets());
        for (String id : ids) {
            BoundTarget old = targets.remove(id);
            if (old != null) {
                old.worker().retire();
            }
        }
        return rule.targets(targets);
    }

    private Bus bus(Input input) {
        return buses.get(input.optionalText("EventBusName"));
    }

    private static ObjectNode answer() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("FailedEntryCount", 0);
        answer.putArray("FailedEntries");
        return answer;
    }
}
