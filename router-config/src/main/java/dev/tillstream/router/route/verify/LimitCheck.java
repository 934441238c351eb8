package dev.tillstream.router.route.verify;

import dev.tillstream.router.route.Clause;
import dev.tillstream.router.route.Finding;
import dev.tillstream.router.route.Finding.Kind;
import dev.tillstream.router.route.Matcher;
import dev.tillstream.router.route.Pattern;
import dev.tillstream.router.route.Route;
import dev.tillstream.router.route.Routes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The routes keep within the limits of EventBridge. */
final class LimitCheck implements Check {

    /** Default quota of a bus. */
    static final int MOST_RULES = 300;

    static final int MOST_TARGETS = 5;

    /** Characters of a pattern as JSON. */
    static final int LONGEST_PATTERN = 2048;

    /** Combinations of the alternatives of all $or. */
    static final long MOST_COMBINATIONS = 1000;

    /**
     * States of event-ruler that one text may reach. EventBridge refuses a pattern as "too complex"
     * without saying where its limit is; ten wildcards in one value are below this one.
     */
    static final int MOST_STATES = 25;

    private final Matcher matcher;

    LimitCheck(Matcher matcher) {
        this.matcher = matcher;
    }

    @Override
    public Stream<Finding> findings(Routes routes) {
        List<Finding> found = new ArrayList<>();
        if (routes.routes().size() > MOST_RULES) {
            add(found, Kind.TOO_MANY_RULES, "routes", routes.routes().size(), "rules", MOST_RULES);
        }
        routes.routes().forEach(route -> check(route, found));
        return found.stream();
    }

    private void check(Route route, List<Finding> found) {
        if (route.targets().size() > MOST_TARGETS) {
            String path = route.path() + ".targets";
            add(
                    found,
                    Kind.TOO_MANY_TARGETS,
                    path,
                    route.targets().size(),
                    "targets",
                    MOST_TARGETS);
        }
        String path = route.path() + ".pattern";
        int length = route.pattern().json().length();
        if (length > LONGEST_PATTERN) {
            add(found, Kind.PATTERN_TOO_LONG, path, length, "characters as JSON", LONGEST_PATTERN);
        }
        long combinations = combinations(route.pattern());
        if (combinations > MOST_COMBINATIONS) {
            add(
                    found,
                    Kind.TOO_MANY_COMBINATIONS,
                    path,
                    combinations,
                    "combinations of $or",
                    MOST_COMBINATIONS);
        } else if (matcher.defect(route.pattern()).isEmpty()) {
            int states = matcher.complexity(route.pattern());
            if (states > MOST_STATES) {
                String what = "states to follow, because of its wildcards,";
                add(found, Kind.TOO_MANY_WILDCARDS, path, states, what, MOST_STATES);
            }
        }
    }

    private static void add(
            List<Finding> found, Kind kind, String path, long actual, String what, long limit) {
        String reason = "has %d %s; the bus takes %d at most".formatted(actual, what, limit);
        found.add(new Finding(kind, path, reason));
    }

    private static long combinations(Pattern pattern) {
        return pattern.clauses().stream()
                .filter(Clause::isAlternatives)
                .mapToLong(clause ->
                        clause.alternatives().stream().mapToLong(LimitCheck::combinations).sum())
                .reduce(1, LimitCheck::product);
    }

    private static long product(long a, long b) {
        return b != 0 && a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
    }
}
