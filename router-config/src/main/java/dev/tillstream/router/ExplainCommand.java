package dev.tillstream.router;

import dev.tillstream.router.route.explain.Explainer;
import dev.tillstream.router.route.explain.Explanation;
import dev.tillstream.router.route.value.Value;
import dev.tillstream.router.ruler.RulerMatcher;
import dev.tillstream.router.schema.Arrival;
import dev.tillstream.router.schema.JsonValues;
import dev.tillstream.router.schema.SchemaContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says where an event goes, and why not elsewhere. */
@Command(
        name = "explain",
        description = {
            "Says which routes an event takes, and why not the others.",
            "Of a route not taken: the first field that failed, what was there and what was wanted."
        },
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    @Mixin private final Project project = new Project();
    @Mixin private final Output output = new Output();

    @Parameters(
            paramLabel = "EVENT.json",
            description = {
                "An event as it is on the bus, or as a till sends it (without a source);",
                "- reads standard input."
            })
    private String event = "-";

    @Override
    public Integer call() throws IOException {
        var routes = project.wholeRoutes().routes();
        Arrival arrival = Arrival.of(read(), new SchemaContract(), routes.sources());
        Explainer explainer = new Explainer(new RulerMatcher());
        List<Explanation> explanations =
                routes.routes().stream()
                        .map(route -> explainer.explain(route, arrival.event()))
                        .toList();
        output.print(
                () -> ExplanationText.json(arrival, explanations),
                () -> ExplanationText.lines(arrival, explanations));
        return explanations.stream().anyMatch(Explanation::matched) ? 0 : RoutesCommand.NO;
    }

    private Value.Fields read() throws IOException {
        String json =
                event.equals("-")
                        ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                        : Files.readString(Path.of(event));
        try {
            if (JsonValues.read(json) instanceof Value.Fields fields) {
                return fields;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(event + ": " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(event + ": an event is a JSON object");
    }
}
