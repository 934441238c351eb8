package dev.tillstream.router.route.verify;

import dev.tillstream.router.route.Clause;
import dev.tillstream.router.route.Finding;
import dev.tillstream.router.route.Finding.Kind;
import dev.tillstream.router.route.Matcher;
import dev.tillstream.router.route.Pattern;
import dev.tillstream.router.route.Route;
import dev.tillstream.router.route.Routes;
import dev.tillstream.router.route.value.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Patterns are valid, and speak of detail-types and fields that exist. */
final class PatternCheck implements Check {

    private static final Set<String> ENVELOPE =
            Set.of(
                    "version",
                    "id",
                    "detail-type",
                    "source",
                    "account",
                    "time",
                    "region",
                    "resources",
                    "detail");

    private final Matcher matcher;
    private final Contract contract;

    PatternCheck(Matcher matcher, Contract contract) {
        this.matcher = matcher;
        this.contract = contract;
    }

    @Override
    public Stream<Finding> findings(Routes routes) {
        return routes.routes().stream().flatMap(this::findings);
    }

    private Stream<Finding> findings(Route route) {
        String path = route.path() + ".pattern";
        return matcher.defect(route.pattern())
                .map(defect -> Stream.of(new Finding(Kind.INVALID_PATTERN, path, defect)))
                .orElseGet(() -> names(path, route.pattern(), literalTypes(route.pattern())));
    }

    private Stream<Finding> names(String path, Pattern pattern, Set<String> types) {
        return pattern.clauses().stream()
                .flatMap(clause ->
                        clause.isAlternatives()
                                ? alternatives(path, clause, types)
                                : names(path + "." + clause.dotted(), clause, types));
    }

    private Stream<Finding> alternatives(String path, Clause clause, Set<String> types) {
        List<Pattern> patterns = clause.alternatives();
        return Stream.iterate(0, i -> i < patterns.size(), i -> i + 1)
                .flatMap(i ->
                        names(path, patterns.get(i), types)
                                .map(each -> moved(each, path, clause, i)));
    }

    /** An alternative's findings stand at the alternative. */
    private static Finding moved(Finding finding, String path, Clause clause, int index) {
        return new Finding(
                finding.kind(), path + "." + clause.dotted() + "[" + index + "]", finding.reason());
    }

    private Stream<Finding> names(String path, Clause clause, Set<String> types) {
        String first = clause.field().getFirst();
        if (!ENVELOPE.contains(first)) {
            String reason = "no event has a field %s; it may be within detail".formatted(first);
            return Stream.of(new Finding(Kind.UNKNOWN_FIELD, path, reason));
        }
        return switch (first) {
            case "detail-type" -> detailTypes(path, clause);
            case "detail" -> field(path, clause, types);
            default -> Stream.of();
        };
    }

    private Stream<Finding> detailTypes(String path, Clause clause) {
        return literals(clause.wanted())
                .filter(type -> !contract.detailTypes().contains(type))
                .map(type ->
                        new Finding(
                                Kind.UNKNOWN_DETAIL_TYPE,
                                path,
                                "no schema for %s; there are %s"
                                        .formatted(type, list(contract.detailTypes()))));
    }

    private Stream<Finding> field(String path, Clause clause, Set<String> types) {
        List<String> field = clause.field().subList(1, clause.field().size());
        Set<String> candidates = types.isEmpty() ? contract.detailTypes() : types;
        List<String> parent = field.subList(0, Math.max(0, field.size() - 1));
        if (field.isEmpty()
                || candidates.stream()
                        .anyMatch(t -> contract.fields(t, parent).contains(field.getLast()))) {
            return Stream.of();
        }
        Set<String> known = new TreeSet<>();
        candidates.forEach(type -> known.addAll(contract.fields(type, parent)));
        String reason =
                "%s: no field %s in the schema; there are %s"
                        .formatted(list(candidates), String.join(".", field), list(known));
        return Stream.of(new Finding(Kind.UNKNOWN_FIELD, path, reason));
    }

    /** The detail-types that the pattern names and that exist. */
    private Set<String> literalTypes(Pattern pattern) {
        Set<String> types = new TreeSet<>();
        pattern.clauses().stream()
                .filter(clause -> clause.field().equals(List.of("detail-type")))
                .flatMap(clause -> literals(clause.wanted()))
                .filter(contract.detailTypes()::contains)
                .forEach(types::add);
        return types;
    }

    private static Stream<String> literals(Value wanted) {
        return wanted instanceof Value.Items items
                ? items.items().stream()
                        .filter(Value.Text.class::isInstance)
                        .map(text -> ((Value.Text) text).text())
                : Stream.of();
    }

    private static String list(Set<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", new TreeSet<>(names));
    }
}
