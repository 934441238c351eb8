package dev.tillstream.router.route.explain;

import dev.tillstream.router.route.Clause;
import dev.tillstream.router.route.Matcher;
import dev.tillstream.router.route.Route;
import dev.tillstream.router.route.value.Value;
import java.util.List;
import java.util.Optional;

/** Finds the first condition of a route that an event doesn't meet. */
public final class Explainer {

    private final Matcher matcher;

    public Explainer(Matcher matcher) {
        this.matcher = matcher;
    }

    public Explanation explain(Route route, Value.Fields event) {
        if (matcher.matches(route.pattern(), event)) {
            return Explanation.match(route);
        }
        return route.pattern().clauses().stream()
                .filter(clause -> !matcher.matches(clause.alone(), event))
                .findFirst()
                .map(clause -> mismatch(route, clause, event))
                .orElseGet(() ->
                        Explanation.mismatch(
                                route,
                                "",
                                Optional.of(event),
                                route.pattern().root(),
                                "each field matches by itself, but in different elements of"
                                        + " a list"));
    }

    private static Explanation mismatch(Route route, Clause clause, Value.Fields event) {
        if (clause.isAlternatives()) {
            List<String> parent = clause.field().subList(0, clause.field().size() - 1);
            String reason =
                    "none of the alternatives matches, wanted %s".formatted(Wanted.text(clause));
            return Explanation.mismatch(
                    route, clause.dotted(), at(event, parent), clause.wanted(), reason);
        }
        Optional<Value> actual = at(event, clause.field());
        String reason =
                "%s %s, wanted %s%s"
                        .formatted(
                                clause.dotted(),
                                actual.map(Explainer::is)
                                        .orElseGet(() -> missing(event, clause.field())),
                                Wanted.text(clause),
                                actual.map(value -> hint(value, clause.wanted())).orElse(""));
        return Explanation.mismatch(route, clause.dotted(), actual, clause.wanted(), reason);
    }

    private static String is(Value actual) {
        String json = actual.json();
        return "is " + (json.length() <= 200 ? json : json.substring(0, 200) + "...");
    }

    /** Says so when it is not the field that is missing, but what should hold it. */
    private static String missing(Value.Fields event, List<String> field) {
        for (int length = 1; length < field.size(); length++) {
            List<String> ancestor = field.subList(0, length);
            Optional<Value> holder = at(event, ancestor);
            if (holder.isEmpty()) {
                return "is missing (there is no %s%s)"
                        .formatted(
                                String.join(".", ancestor),
                                Namesake.of(event, ancestor)
                                        .map(name -> ", but " + name)
                                        .orElse(""));
            }
            if (!(holder.get() instanceof Value.Fields)) {
                return "is missing (%s is %s)"
                        .formatted(String.join(".", ancestor), holder.get().kind());
            }
        }
        return "is missing" + Namesake.of(event, field).map(" (there is %s)"::formatted).orElse("");
    }

    /** The two mistakes that are hard to see. */
    private static String hint(Value actual, Value wanted) {
        if (!(wanted instanceof Value.Items items)) {
            return "";
        }
        for (Value each : items.items()) {
            if (bare(each).equals(bare(actual)) && !each.kind().equals(actual.kind())) {
                return " (it is %s, not %s)".formatted(actual.kind(), each.kind());
            }
            if (each instanceof Value.Text && bare(each).equalsIgnoreCase(bare(actual).strip())) {
                return " (only upper and lower case or blanks differ from %s)"
                        .formatted(each.json());
            }
        }
        return "";
    }

    private static String bare(Value value) {
        return value instanceof Value.Text(String text) ? text : value.json();
    }

    private static Optional<Value> at(Value event, List<String> path) {
        Optional<Value> value = Optional.of(event);
        for (String name : path) {
            value = value.flatMap(each -> each.field(name));
        }
        return value;
    }
}
