package dev.tillstream.router.route.drift;

import java.util.Map;
import java.util.TreeMap;

/**
 * A rule as the bus has it or as it should be, by CloudFormation's names of properties.
 *
 * @param properties of the rule itself; its pattern is canonical
 * @param targets properties of each target by its id
 */
public record RuleState(
        String name, Map<String, String> properties, Map<String, Map<String, String>> targets) {
    public RuleState {
        properties = new TreeMap<>(properties);
        targets = new TreeMap<>(targets);
    }
}
