package dev.tillstream.router.route.verify;

import dev.tillstream.router.route.Example;
import dev.tillstream.router.route.Finding;
import dev.tillstream.router.route.Finding.Kind;
import dev.tillstream.router.route.Matcher;
import dev.tillstream.router.route.Route;
import dev.tillstream.router.route.Routes;
import dev.tillstream.router.route.explain.Explainer;
import dev.tillstream.router.route.explain.Explanation;
import dev.tillstream.router.route.value.Value;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every example lands exactly where it says, and every route has a hit and a miss. */
final class ExampleCheck implements Check {

    private final Matcher matcher;
    private final Explainer explainer;
    private final Contract contract;

    ExampleCheck(Matcher matcher, Contract contract) {
        this.matcher = matcher;
        this.explainer = new Explainer(matcher);
        this.contract = contract;
    }

    @Override
    public Stream<Finding> findings(Routes routes) {
        return Stream.concat(
                routes.examples().stream().flatMap(example -> invalid(example, routes.sources())),
                routes.routes().stream()
                        .filter(route -> matcher.defect(route.pattern()).isEmpty())
                        .flatMap(route -> findings(route, routes.examples())));
    }

    /** What others put on the bus is their business. */
    private Stream<Finding> invalid(Example example, List<String> sources) {
        Value source = example.event().field("source").orElse(new Value.Nothing());
        return sources.stream().map(Value.Text::new).anyMatch(source::equals)
                ? contract.objections(example.event()).stream()
                        .map(objection ->
                                new Finding(
                                        Kind.INVALID_EXAMPLE,
                                        example.path(),
                                        "%s is no valid event: %s"
                                                .formatted(example.name(), objection)))
                : Stream.of();
    }

    private Stream<Finding> findings(Route route, List<Example> examples) {
        Stream<Finding> wrong =
                Stream.concat(
                        examples.stream()
                                .filter(example -> example.hits().contains(route.name()))
                                .flatMap(example -> missed(route, example)),
                        examples.stream()
                                .filter(example -> example.misses().contains(route.name()))
                                .flatMap(example -> hit(route, example)));
        return Stream.of(
                        wrong,
                        absent(route, examples, Example::hits, Kind.NO_HIT, "must match"),
                        absent(route, examples, Example::misses, Kind.NO_MISS, "must not match"))
                .flatMap(Function.identity());
    }

    private Stream<Finding> missed(Route route, Example example) {
        Explanation explanation = explainer.explain(route, example.event());
        return explanation.matched()
                ? Stream.of()
                : Stream.of(
                        new Finding(
                                Kind.EXAMPLE_NOT_MATCHED,
                                example.path(),
                                "%s must take route %s, but does not: %s"
                                        .formatted(
                                                example.name(),
                                                route.name(),
                                                explanation.reason())));
    }

    private Stream<Finding> hit(Route route, Example example) {
        return matcher.matches(route.pattern(), example.event())
                ? Stream.of(
                        new Finding(
                                Kind.EXAMPLE_MATCHED,
                                example.path(),
                                "%s must not take route %s, but does"
                                        .formatted(example.name(), route.name())))
                : Stream.of();
    }

    private static Stream<Finding> absent(
            Route route,
            List<Example> examples,
            Function<Example, Set<String>> routes,
            Kind kind,
            String what) {
        return examples.stream().anyMatch(example -> routes.apply(example).contains(route.name()))
                ? Stream.of()
                : Stream.of(
                        new Finding(
                                kind,
                                route.path(),
                                "route %s has no example that %s".formatted(route.name(), what)));
    }
}
