package dev.tillstream.router;

import dev.tillstream.router.route.drift.Difference;
import dev.tillstream.router.route.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Differences for people and for programs. */
final class DriftText {

    private DriftText() {}

    static List<String> lines(String bus, List<Difference> differences) {
        if (differences.isEmpty()) {
            return List.of(Output.good("Bus %s is what the routes say.".formatted(bus)));
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                Output.bad(
                        "Bus %s differs from the routes in %s:"
                                .formatted(bus, properties(differences))));
        differences.forEach(each -> lines.add("  %s: %s".formatted(each.rule(), each.text())));
        return lines;
    }

    static List<String> repairs(String bus, List<Difference> repaired, List<Difference> left) {
        List<String> lines = new ArrayList<>();
        if (!repaired.isEmpty()) {
            lines.add("Put back %s:".formatted(properties(repaired)));
            repaired.forEach(each ->
                    lines.add(
                            "  %s: %s is again %s"
                                    .formatted(
                                            each.rule(),
                                            each.property(),
                                            each.wanted().orElse("away"))));
        }
        lines.addAll(lines(bus, left));
        return lines;
    }

    static Value json(String bus, String name, List<Difference> differences) {
        return Output.fields("bus", bus, name, json(differences));
    }

    static List<Value> json(List<Difference> differences) {
        return differences.stream().map(DriftText::json).toList();
    }

    private static Value json(Difference difference) {
        return Output.fields(
                "rule",
                difference.rule(),
                "property",
                difference.property(),
                "actual",
                difference.actual().<Value>map(Value.Text::new).orElse(new Value.Nothing()),
                "wanted",
                difference.wanted().<Value>map(Value.Text::new).orElse(new Value.Nothing()),
                "repairable",
                difference.isRepairable());
    }

    private static String properties(List<Difference> differences) {
        return differences.size() == 1 ? "1 property" : differences.size() + " properties";
    }
}
