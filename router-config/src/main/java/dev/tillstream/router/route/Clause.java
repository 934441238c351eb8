package dev.tillstream.router.route;

import dev.tillstream.router.route.value.Value;
import java.util.List;
import java.util.Map;

/**
 * One condition of a pattern: a field and the values it may have, or the alternatives of a {@code
 * $or}.
 *
 * @param field path in the event; ends with {@code $or} when this is alternatives
 * @param wanted the field's value in the pattern: an array, where the pattern is a valid one
 */
public record Clause(List<String> field, Value wanted) {
    static final String OR = "$or";

    public Clause {
        field = List.copyOf(field);
    }

    /** Whether this is several patterns of which one has to match. */
    public boolean isAlternatives() {
        return field.getLast().equals(OR);
    }

    /** The alternatives, as patterns of whole events. */
    public List<Pattern> alternatives() {
        List<String> parent = field.subList(0, field.size() - 1);
        return wanted instanceof Value.Items items
                ? items.items().stream().map(each -> within(parent, each)).toList()
                : List.of();
    }

    /** The pattern that consists of nothing but this condition. */
    public Pattern alone() {
        return within(field, wanted);
    }

    /** The field in dots, as people write it. */
    public String dotted() {
        return String.join(".", field);
    }

    private static Pattern within(List<String> path, Value value) {
        Value wrapped = value;
        for (String name : path.reversed()) {
            wrapped = new Value.Fields(Map.of(name, wrapped));
        }
        return new Pattern(
                wrapped instanceof Value.Fields fields ? fields : new Value.Fields(Map.of()));
    }
}
