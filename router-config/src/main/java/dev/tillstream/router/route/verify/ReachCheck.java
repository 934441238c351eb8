package dev.tillstream.router.route.verify;

import dev.tillstream.router.route.Clause;
import dev.tillstream.router.route.Finding;
import dev.tillstream.router.route.Finding.Kind;
import dev.tillstream.router.route.Matcher;
import dev.tillstream.router.route.Pattern;
import dev.tillstream.router.route.Route;
import dev.tillstream.router.route.Routes;
import dev.tillstream.router.route.explain.Wanted;
import dev.tillstream.router.route.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A route can match: for some detail-type, each condition is met by some value that the contract
 * allows. Values are tried from the schema (alternatives, bounds) and from the pattern itself
 * (around its numbers, before and after its texts), with the bus's own matcher.
 */
final class ReachCheck implements Check {

    private final Matcher matcher;
    private final Contract contract;

    ReachCheck(Matcher matcher, Contract contract) {
        this.matcher = matcher;
        this.contract = contract;
    }

    @Override
    public Stream<Finding> findings(Routes routes) {
        return routes.routes().stream()
                .filter(route -> matcher.defect(route.pattern()).isEmpty())
                .flatMap(route -> findings(route, routes.sources()));
    }

    private Stream<Finding> findings(Route route, List<String> sources) {
        Set<String> types = new TreeSet<>(contract.detailTypes());
        for (Clause clause : route.pattern().clauses()) {
            Set<String> before = new TreeSet<>(types);
            types.removeIf(type -> !reachable(clause, type, sources));
            if (types.isEmpty()) {
                return Stream.of(
                        new Finding(
                                Kind.NEVER_MATCHES,
                                route.path() + ".pattern." + clause.dotted(),
                                reason(clause, before, sources)));
            }
        }
        return Stream.of();
    }

    private boolean reachable(Pattern pattern, String type, List<String> sources) {
        return pattern.clauses().stream().allMatch(clause -> reachable(clause, type, sources));
    }

    private boolean reachable(Clause clause, String type, List<String> sources) {
        if (clause.isAlternatives()) {
            return clause.alternatives().stream().anyMatch(p -> reachable(p, type, sources));
        }
        return switch (clause.field().getFirst()) {
            case "source" -> sources.stream().anyMatch(s -> matches(clause, new Value.Text(s)));
            case "detail-type" -> matches(clause, new Value.Text(type));
            case "detail" -> detailReachable(clause, type);
            default -> true;
        };
    }

    private boolean detailReachable(Clause clause, String type) {
        List<String> field = clause.field().subList(1, clause.field().size());
        List<String> parent = field.subList(0, Math.max(0, field.size() - 1));
        if (field.isEmpty() || !contract.fields(type, parent).contains(field.getLast())) {
            // A field that this type doesn't name: unknown fields travel on, so it may be there.
            return true;
        }
        if (!contract.requires(type, field)
                && matcher.matches(clause.alone(), new Value.Fields(Map.of()))) {
            return true;
        }
        return Stream.concat(contract.samples(type, field).stream(), Candidates.of(clause.wanted()))
                .filter(candidate -> contract.allows(type, field, candidate))
                .anyMatch(candidate -> matches(clause, candidate));
    }

    private boolean matches(Clause clause, Value candidate) {
        Value event = candidate;
        for (String name : clause.field().reversed()) {
            event = new Value.Fields(Map.of(name, event));
        }
        return event instanceof Value.Fields fields && matcher.matches(clause.alone(), fields);
    }

    private static String reason(Clause clause, Set<String> types, List<String> sources) {
        String who =
                clause.field().getFirst().equals("source")
                        ? "no source of the bus (%s)".formatted(String.join(", ", sources))
                        : "no event of type %s that its schema allows"
                                .formatted(String.join(" or ", types));
        return "%s has %s %s".formatted(who, clause.dotted(), Wanted.text(clause));
    }
}
