package dev.tillstream.router.eventbridge;

import dev.tillstream.router.route.drift.CanonicalPattern;
import dev.tillstream.router.schema.JsonValues;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.eventbridge.model.Rule;

/** A rule's own properties by CloudFormation's names. */
final class RuleProperties {

    private RuleProperties() {}

    static Map<String, String> of(Rule rule) {
        Map<String, String> properties = new TreeMap<>();
        put(properties, "State", rule.stateAsString());
        put(properties, "Description", rule.description());
        put(properties, "ScheduleExpression", rule.scheduleExpression());
        if (rule.eventPattern() != null) {
            properties.put(
                    "EventPattern", CanonicalPattern.of(JsonValues.read(rule.eventPattern())));
        }
        return properties;
    }

    @SuppressWarnings("NullAway") // The SDK's getters give null for what is absent.
    private static void put(Map<String, String> properties, String name, String value) {
        if (value != null && !value.isEmpty()) {
            properties.put(name, value);
        }
    }
}
