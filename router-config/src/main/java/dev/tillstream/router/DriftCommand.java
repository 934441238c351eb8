package dev.tillstream.router;

import dev.tillstream.router.route.drift.Comparison;
import dev.tillstream.router.route.drift.Difference;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares a running bus with the routes. */
@Command(
        name = "drift",
        description = {
            "Compares the rules of a running bus with the routes; changes nothing.",
            "Patterns, state, targets, retry policies, dead-letter queues, inputs."
        },
        mixinStandardHelpOptions = true)
final class DriftCommand implements Callable<Integer> {

    @Mixin private final Project project = new Project();
    @Mixin private final Output output = new Output();
    @Mixin private final RunningBus running = new RunningBus();

    @Override
    public Integer call() {
        try (var connection = running.connect(project)) {
            List<Difference> differences =
                    Comparison.of(connection.bus().rules(), connection.wanted());
            output.print(
                    () -> DriftText.json(running.bus(), "differences", differences),
                    () -> DriftText.lines(running.bus(), differences));
            return differences.isEmpty() ? 0 : RoutesCommand.NO;
        }
    }
}
