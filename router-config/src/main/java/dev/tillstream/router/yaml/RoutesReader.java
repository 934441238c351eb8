package dev.tillstream.router.yaml;

import dev.tillstream.router.route.Example;
import dev.tillstream.router.route.Finding;
import dev.tillstream.router.route.Pattern;
import dev.tillstream.router.route.RetryPolicy;
import dev.tillstream.router.route.Route;
import dev.tillstream.router.route.Routes;
import dev.tillstream.router.route.Target;
import dev.tillstream.router.route.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Turns the mapping of routes.yaml into routes, collecting what has the wrong shape. */
final class RoutesReader {

    static final Routes NOTHING =
            new Routes(List.of(), RetryPolicy.OF_THE_BUS, List.of(), List.of());

    /** A rule is called project and route, at most 64 characters of these. */
    private static final String NAME = "[a-z][a-z0-9_-]{0,31}";

    private final ExampleReader examples;
    private final List<Finding> findings = new ArrayList<>();

    RoutesReader(Path folder) {
        this.examples = new ExampleReader(folder);
    }

    List<Finding> findings() {
        return findings;
    }

    Routes read(Value root) {
        Entry file = new Entry("", root, findings).only("sources", "retry", "routes", "examples");
        List<Entry> entries = file.list("routes");
        if (entries.isEmpty()) {
            file.objection("routes", "there is none");
        }
        List<Route> routes = entries.stream().map(RoutesReader::route).toList();
        refuseRepeatedNames(routes);
        List<Example> found = new ArrayList<>(examples.landing(file, routes));
        for (int i = 0; i < routes.size(); i++) {
            found.addAll(examples.ofRoute(entries.get(i), routes.get(i).name()));
        }
        return new Routes(
                file.texts("sources"),
                RetryReader.read(file).orElse(RetryPolicy.OF_THE_BUS),
                routes,
                found);
    }

    private static Route route(Entry entry) {
        entry.only("name", "why", "pattern", "targets", "match", "miss");
        return new Route(
                entry.path(),
                name(entry, "name"),
                entry.text("why"),
                new Pattern(entry.object("pattern").fields()),
                entry.list("targets").stream().map(RoutesReader::target).toList());
    }

    private static Target target(Entry entry) {
        entry.only("queue", "stream", "delivery", "partition-key", "retry", "dlq");
        List<Target.Kind> kinds =
                Arrays.stream(Target.Kind.values()).filter(kind -> entry.has(kind.key())).toList();
        if (kinds.size() != 1) {
            entry.objection(entry.path(), "must be one of queue, stream, delivery");
        }
        Target.Kind kind = kinds.isEmpty() ? Target.Kind.QUEUE : kinds.getFirst();
        return new Target(
                kind,
                kinds.isEmpty() ? "" : name(entry, kind.key()),
                entry.optionalText("partition-key"),
                RetryReader.read(entry),
                entry.has("dlq") ? name(entry, "dlq") : null);
    }

    private static String name(Entry entry, String field) {
        String name = entry.text(field);
        if (!name.isEmpty() && !name.matches(NAME)) {
            entry.objection(
                    entry.path(field),
                    "must be lower case letters, digits, - and _, at most 32, is " + name);
        }
        return name;
    }

    private void refuseRepeatedNames(List<Route> routes) {
        Set<String> seen = new HashSet<>();
        for (Route route : routes) {
            // sales-events and sales_events would be one resource of the template.
            if (!seen.add(route.logicalId().toLowerCase(Locale.ROOT))) {
                findings.add(
                        new Finding(
                                Finding.Kind.DUPLICATE_NAME,
                                route.path() + ".name",
                                "another route is called %s too".formatted(route.name())));
            }
        }
    }
}
