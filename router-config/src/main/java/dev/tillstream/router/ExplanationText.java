package dev.tillstream.router;

import dev.tillstream.router.route.Route;
import dev.tillstream.router.route.Target;
import dev.tillstream.router.route.explain.Explanation;
import dev.tillstream.router.route.value.Value;
import dev.tillstream.router.schema.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Explanations for people and for programs. */
final class ExplanationText {

    private ExplanationText() {}

    static List<String> lines(Arrival arrival, List<Explanation> explanations) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s from %s at %s"
                        .formatted(
                                text(arrival.event(), "detail-type"),
                                text(arrival.event(), "source"),
                                text(arrival.event(), "time")));
        lines.addAll(arrival.notes());
        lines.add("");
        int width = explanations.stream().mapToInt(e -> e.route().name().length()).max().orElse(1);
        explanations.forEach(explanation -> lines.add(line(explanation, width)));
        lines.add("");
        lines.add(summary(arrival, explanations));
        return lines;
    }

    private static String summary(Arrival arrival, List<Explanation> explanations) {
        long taken = explanations.stream().filter(Explanation::matched).count();
        if (!arrival.arrives()) {
            return "It never reaches the bus. If it did, %d of %d routes would take it as it is."
                    .formatted(taken, explanations.size());
        }
        return taken == 0
                ? "No route takes it: the bus would drop it."
                : "%d of %d routes take it.".formatted(taken, explanations.size());
    }

    private static String line(Explanation explanation, int width) {
        String name = ("%-" + width + "s").formatted(explanation.route().name());
        return explanation.matched()
                ? "  %s  %s  goes to %s"
                        .formatted(Output.good("yes"), name, targets(explanation.route()))
                : "  %s  %s  %s".formatted(Output.bad("no "), name, explanation.reason());
    }

    private static String targets(Route route) {
        return route.targets().stream().map(Target::toString).collect(Collectors.joining(", "));
    }

    private static String text(Value.Fields event, String field) {
        return event.field(field)
                .map(value -> value instanceof Value.Text(String text) ? text : value.json())
                .orElse("(no " + field + ")");
    }

    static Value json(Arrival arrival, List<Explanation> explanations) {
        return Output.fields(
                "event",
                arrival.event(),
                "notes",
                arrival.notes(),
                "arrives",
                arrival.arrives(),
                "routes",
                explanations.stream().map(ExplanationText::json).toList());
    }

    private static Value json(Explanation explanation) {
        return explanation.matched()
                ? Output.fields(
                        "route",
                        explanation.route().name(),
                        "matched",
                        true,
                        "targets",
                        explanation.route().targets())
                : Output.fields(
                        "route",
                        explanation.route().name(),
                        "matched",
                        false,
                        "field",
                        explanation.field(),
                        "actual",
                        explanation.actual().orElse(new Value.Nothing()),
                        "wanted",
                        explanation.wanted().orElse(new Value.Nothing()),
                        "reason",
                        explanation.reason());
    }
}
