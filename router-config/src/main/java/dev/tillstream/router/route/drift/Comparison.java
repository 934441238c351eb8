package dev.tillstream.router.route.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds each property in which two sets of rules differ. */
public final class Comparison {

    private final List<Difference> differences = new ArrayList<>();

    private Comparison() {}

    /** What a bus has against what it should have, by rule. */
    public static List<Difference> of(List<RuleState> actual, List<RuleState> wanted) {
        Comparison comparison = new Comparison();
        Map<String, RuleState> has = byName(actual);
        Map<String, RuleState> needs = byName(wanted);
        for (String name : union(has, needs)) {
            comparison.rule(
                    name, Optional.ofNullable(has.get(name)), Optional.ofNullable(needs.get(name)));
        }
        return List.copyOf(comparison.differences);
    }

    private void rule(String name, Optional<RuleState> actual, Optional<RuleState> wanted) {
        if (actual.isEmpty() || wanted.isEmpty()) {
            differences.add(
                    new Difference(
                            name, "", actual.map(RuleState::name), wanted.map(RuleState::name)));
            return;
        }
        properties(name, "", actual.get().properties(), wanted.get().properties());
        Map<String, Map<String, String>> has = actual.get().targets();
        Map<String, Map<String, String>> needs = wanted.get().targets();
        for (String id : union(has, needs)) {
            String path = "Targets." + id;
            if (has.containsKey(id) && needs.containsKey(id)) {
                properties(name, path + ".", has.get(id), needs.get(id));
            } else {
                differences.add(new Difference(name, path, arn(has.get(id)), arn(needs.get(id))));
            }
        }
    }

    private void properties(
            String rule, String path, Map<String, String> actual, Map<String, String> wanted) {
        for (String property : union(actual, wanted)) {
            Optional<String> is = Optional.ofNullable(actual.get(property));
            Optional<String> should = Optional.ofNullable(wanted.get(property));
            if (!is.equals(should)) {
                differences.add(new Difference(rule, path + property, is, should));
            }
        }
    }

    private static Optional<String> arn(@Nullable Map<String, String> target) {
        return Optional.ofNullable(target).map(properties -> properties.getOrDefault("Arn", ""));
    }

    private static Map<String, RuleState> byName(List<RuleState> rules) {
        return rules.stream().collect(Collectors.toMap(RuleState::name, Function.identity()));
    }

    private static Set<String> union(Map<String, ?> one, Map<String, ?> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names;
    }
}
