package dev.tillstream.router.route;

import dev.tillstream.router.route.value.Value;
import java.util.ArrayList;
import java.util.List;

/** An event pattern in EventBridge's language. */
public record Pattern(Value.Fields root) {

    /** As EventBridge reads it. */
    public String json() {
        return root.json();
    }

    /**
     * Its conditions, all of which an event has to meet, in the order in which they are written.
     */
    public List<Clause> clauses() {
        List<Clause> found = new ArrayList<>();
        collect(List.of(), root, found);
        return found;
    }

    private static void collect(List<String> path, Value.Fields fields, List<Clause> found) {
        fields.entries()
                .forEach((name, value) -> {
                    List<String> field = new ArrayList<>(path);
                    field.add(name);
                    if (value instanceof Value.Fields nested) {
                        collect(field, nested, found);
                    } else {
                        found.add(new Clause(field, value));
                    }
                });
    }
}
