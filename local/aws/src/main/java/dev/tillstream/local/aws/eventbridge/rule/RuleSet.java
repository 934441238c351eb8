package dev.tillstream.local.aws.eventbridge.rule;

import dev.tillstream.local.aws.eventbridge.delivery.TargetWorker;
import dev.tillstream.local.aws.eventbridge.target.Event;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.event.ruler.Machine;

/** The enabled rules of a bus at one moment, compiled; a change makes a new set. */
final class RuleSet {

    private final Machine machine = Machine.builder().build();
    private final Map<String, List<TargetWorker>> workers = new HashMap<>();

    RuleSet(Collection<Rule> rules) {
        for (Rule rule : rules) {
            if (rule.enabled()) {
                rule.pattern().addTo(machine, rule.name());
                workers.put(
                        rule.name(),
                        rule.targets().values().stream().map(BoundTarget::worker).toList());
            }
        }
    }

    /** The targets of all rules that match, one per rule and target id. */
    List<TargetWorker> matching(Event event) {
        return EventPattern.rulesFor(machine, event.json()).stream()
                .flatMap(rule -> workers.getOrDefault(rule, List.of()).stream())
                .toList();
    }
}
