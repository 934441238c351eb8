package dev.tillstream.router.route.drift;

import dev.tillstream.router.route.RetryPolicy;
import dev.tillstream.router.route.Route;
import dev.tillstream.router.route.Routes;
import dev.tillstream.router.route.Target;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rules as the rendered template makes them in one environment.
 *
 * @param retry the stack's retry policy for targets that have none of their own
 */
public record Blueprint(String project, Arns arns, RetryPolicy retry) {

    public List<RuleState> rules(Routes routes) {
        return routes.routes().stream().map(this::rule).toList();
    }

    private RuleState rule(Route route) {
        return new RuleState(
                project + "-" + route.name(),
                Map.of(
                        "State", "ENABLED",
                        "Description", route.why(),
                        "EventPattern", CanonicalPattern.of(route.pattern().root())),
                route.targets().stream().collect(Collectors.toMap(Target::name, this::target)));
    }

    private Map<String, String> target(Target target) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("Arn", arns.target(target));
        if (target.needsRole()) {
            properties.put("RoleArn", arns.role());
        }
        if (target.partitionKey() != null) {
            properties.put("KinesisParameters.PartitionKeyPath", target.partitionKey());
        }
        RetryPolicy policy = target.retry().orElse(retry);
        properties.put("RetryPolicy.MaximumRetryAttempts", String.valueOf(policy.attempts()));
        properties.put(
                "RetryPolicy.MaximumEventAgeInSeconds", String.valueOf(policy.age().toSeconds()));
        if (target.deadLetters() != null) {
            properties.put("DeadLetterConfig.Arn", arns.deadLetters(target.deadLetters()));
        }
        return properties;
    }
}
