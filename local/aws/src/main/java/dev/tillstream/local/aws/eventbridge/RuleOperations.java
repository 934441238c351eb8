package dev.tillstream.local.aws.eventbridge;

import dev.tillstream.local.aws.eventbridge.rule.Bus;
import dev.tillstream.local.aws.eventbridge.rule.Buses;
import dev.tillstream.local.aws.eventbridge.rule.EventPattern;
import dev.tillstream.local.aws.eventbridge.rule.Rule;
import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Input;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The operations on rules, and the test of a pattern. */
final class RuleOperations {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_RULES = 300;
    private static final Set<String> STATES = Set.of("ENABLED", "DISABLED");
    private static final List<String> ENVELOPE =
            List.of("id", "account", "source", "time", "region", "resources", "detail-type");

    private final Buses buses;

    RuleOperations(Buses buses) {
        this.buses = buses;
    }

    JsonNode put(Input input) {
        input.allowing(
                "Name", "EventBusName", "EventPattern", "State", "Description", "RoleArn", "Tags");
        String name = input.text("Name");
        if (!name.matches("[.\\-_A-Za-z0-9]{1,64}")) {
            throw Input.invalid("Rule name " + name + " must be 1 to 64 of A-Z a-z 0-9 . - _");
        }
        String state = input.optionalText("State").orElse("ENABLED");
        if (!STATES.contains(state)) {
            throw Input.invalid("State " + state + " must be one of " + STATES);
        }
        Bus bus = bus(input);
        EventPattern pattern = new EventPattern(input.text("EventPattern"));
        bus.change(
                name,
                old -> {
                    if (old == null && bus.rules().size() == MOST_RULES) {
                        throw limit("The requested resource exceeds the maximum number allowed.");
                    }
                    return new Rule(
                            name,
                            bus.ruleArn(name),
                            pattern,
                            state.equals("ENABLED"),
                            input.optionalText("Description").orElse(null),
                            input.optionalText("RoleArn").orElse(null),
                            old == null ? new TreeMap<>() : old.targets());
                });
        return JsonNodeFactory.instance.objectNode().put("RuleArn", bus.ruleArn(name));
    }

    JsonNode describe(Input input) {
        Bus bus = bus(input.allowing("Name", "EventBusName"));
        return describe(bus, bus.rule(input.text("Name")));
    }

    JsonNode list(Input input) {
        Bus bus = bus(input.allowing("NamePrefix", "EventBusName"));
        String prefix = input.optionalText("NamePrefix").orElse("");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("Rules");
        bus.rules().stream()
                .filter(rule -> rule.name().startsWith(prefix))
                .map(rule -> describe(bus, rule))
                .forEach(list::add);
        return answer;
    }

    /** Deleting what is not there succeeds, as on AWS. */
    JsonNode delete(Input input) {
        bus(input.allowing("Name", "EventBusName", "Force"))
                .change(
                        input.text("Name"),
                        rule -> {
                            if (rule != null && !rule.targets().isEmpty()) {
                                throw Input.invalid("Rule can't be deleted since it has targets.");
                            }
                            return null;
                        });
        return JsonNodeFactory.instance.objectNode();
    }

    JsonNode enable(Input input, boolean on) {
        Bus bus = bus(input.allowing("Name", "EventBusName"));
        String name = input.text("Name");
        bus.change(name, rule -> bus.rule(name).enabled(on));
        return JsonNodeFactory.instance.objectNode();
    }

    JsonNode test(Input input) {
        input.allowing("EventPattern", "Event");
        EventPattern pattern = new EventPattern(input.text("EventPattern"));
        String event = input.text("Event");
        return JsonNodeFactory.instance
                .objectNode()
                .put("Result", pattern.matches(requireEnvelope(event)));
    }

    private static String requireEnvelope(String event) {
        JsonNode tree;
        try {
            tree = JSON.readTree(event);
        } catch (JacksonException e) {
            throw Input.invalid("Parameter Event is not valid: " + e.getOriginalMessage());
        }
        for (String member : ENVELOPE) {
            if (!tree.has(member)) {
                throw Input.invalid("Parameter Event is not valid: it has no " + member);
            }
        }
        return event;
    }

    private Bus bus(Input input) {
        return buses.get(input.optionalText("EventBusName"));
    }

    private static ObjectNode describe(Bus bus, Rule rule) {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Name", rule.name())
                        .put("Arn", rule.arn())
                        .put("EventPattern", rule.pattern().json())
                        .put("State", rule.enabled() ? "ENABLED" : "DISABLED")
                        .put("EventBusName", bus.name());
        if (rule.description() != null) {
            node.put("Description", rule.description());
        }
        if (rule.roleArn() != null) {
            node.put("RoleArn", rule.roleArn());
        }
        return node;
    }

    static AwsException limit(String message) {
        return AwsException.badRequest("LimitExceededException", message);
    }
}
