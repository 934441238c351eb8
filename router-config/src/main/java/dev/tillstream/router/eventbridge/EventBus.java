package dev.tillstream.router.eventbridge;

import dev.tillstream.router.route.drift.RuleState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** The rules of a running bus: reads them and puts them right, but never makes or deletes one. */
public final class EventBus {

    private final EventBridgeClient client;
    private final String name;

    public EventBus(EventBridgeClient client, String name) {
        this.client = client;
        this.name = name;
    }

    public String arn() {
        return client.describeEventBus(request -> request.name(name)).arn();
    }

    /** All rules but those that AWS manages itself, such as an archive's. */
    public List<RuleState> rules() {
        List<RuleState> rules = new ArrayList<>();
        @Nullable String page = null;
        do {
            String token = page;
            ListRulesResponse response =
                    client.listRules(request -> request.eventBusName(name).nextToken(token));
            response.rules().stream()
                    .filter(rule -> rule.managedBy() == null)
                    .map(this::state)
                    .forEach(rules::add);
            page = response.nextToken();
        } while (page != null);
        return rules;
    }

    /**
     * Makes a rule what it should be: adds before it removes, so that at no moment an event that
     * matches has nowhere to go.
     */
    public void repair(RuleState actual, RuleState wanted) {
        putTargets(actual, wanted);
        if (!actual.properties().equals(wanted.properties())) {
            Map<String, String> properties = wanted.properties();
            client.putRule(request ->
                    request.name(wanted.name())
                            .eventBusName(name)
                            .eventPattern(properties.get("EventPattern"))
                            .description(properties.get("Description"))
                            .state(properties.get("State")));
        }
        removeTargets(actual, wanted);
    }

    private void putTargets(RuleState actual, RuleState wanted) {
        List<Target> targets =
                wanted.targets().entrySet().stream()
                        .filter(each ->
                                !each.getValue().equals(actual.targets().get(each.getKey())))
                        .map(each -> TargetProperties.target(each.getKey(), each.getValue()))
                        .toList();
        if (!targets.isEmpty()) {
            PutTargetsResponse response =
                    client.putTargets(request ->
                            request.rule(wanted.name()).eventBusName(name).targets(targets));
            response.failedEntries().stream()
                    .findFirst()
                    .ifPresent(failed -> {
                        throw new IllegalStateException(
                                refused(wanted.name(), failed.targetId(), failed.errorMessage()));
                    });
        }
    }

    private void removeTargets(RuleState actual, RuleState wanted) {
        List<String> extra =
                actual.targets().keySet().stream()
                        .filter(id -> !wanted.targets().containsKey(id))
                        .toList();
        if (!extra.isEmpty()) {
            RemoveTargetsResponse response =
                    client.removeTargets(
                            request -> request.rule(wanted.name()).eventBusName(name).ids(extra));
            response.failedEntries().stream()
                    .findFirst()
                    .ifPresent(failed -> {
                        throw new IllegalStateException(
                                refused(wanted.name(), failed.targetId(), failed.errorMessage()));
                    });
        }
    }

    private static String refused(String rule, String target, String reason) {
        return "the bus refused target %s of rule %s: %s".formatted(target, rule, reason);
    }

    private RuleState state(Rule rule) {
        return new RuleState(
                rule.name(),
                RuleProperties.of(rule),
                targets(rule.name()).stream()
                        .collect(Collectors.toMap(Target::id, TargetProperties::of)));
    }

    private List<Target> targets(String rule) {
        List<Target> targets = new ArrayList<>();
        @Nullable String page = null;
        do {
            String token = page;
            ListTargetsByRuleResponse response =
                    client.listTargetsByRule(
                            request -> request.rule(rule).eventBusName(name).nextToken(token));
            targets.addAll(response.targets());
            page = response.nextToken();
        } while (page != null);
        return targets;
    }
}
