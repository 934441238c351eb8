package dev.tillstream.router;

import dev.tillstream.router.route.drift.Comparison;
import dev.tillstream.router.route.drift.Difference;
import dev.tillstream.router.route.drift.RuleState;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Puts a running bus right. */
@Command(
        name = "apply",
        description = {
            "Puts drifted properties of the rules back, adding before removing.",
            "Never makes or deletes a rule: rules belong to their stack, new routes go by render and deploy."
        },
        mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {

    @Mixin private final Project project = new Project();
    @Mixin private final Output output = new Output();
    @Mixin private final RunningBus running = new RunningBus();

    @Override
    public Integer call() {
        try (var connection = running.connect(project)) {
            List<RuleState> before = connection.bus().rules();
            List<Difference> found = Comparison.of(before, connection.wanted());
            repair(connection, before, found);
            List<Difference> left = Comparison.of(connection.bus().rules(), connection.wanted());
            List<Difference> repaired =
                    found.stream().filter(difference -> !left.contains(difference)).toList();
            output.print(
                    () ->
                            Output.fields(
                                    "bus",
                                    running.bus(),
                                    "repaired",
                                    DriftText.json(repaired),
                                    "left",
                                    DriftText.json(left)),
                    () -> DriftText.repairs(running.bus(), repaired, left));
            return left.isEmpty() ? 0 : RoutesCommand.NO;
        }
    }

    private static void repair(
            RunningBus.Connection connection, List<RuleState> before, List<Difference> found) {
        Map<String, RuleState> actual =
                before.stream().collect(Collectors.toMap(RuleState::name, Function.identity()));
        for (RuleState wanted : connection.wanted()) {
            RuleState has = actual.get(wanted.name());
            boolean drifted = found.stream().anyMatch(each -> each.rule().equals(wanted.name()));
            if (drifted && has != null) {
                connection.bus().repair(has, wanted);
            }
        }
    }
}
