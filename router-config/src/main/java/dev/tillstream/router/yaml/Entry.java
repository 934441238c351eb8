package dev.tillstream.router.yaml;

import dev.tillstream.router.route.Finding;
import dev.tillstream.router.route.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of the file that is read field by field: what has the wrong shape becomes a finding
 * with its path, and reading goes on.
 */
record Entry(String path, Value value, List<Finding> findings) {

    /** Objects to fields that are not among these. */
    Entry only(String... names) {
        Set<String> known = Set.of(names);
        if (value instanceof Value.Fields fields) {
            fields.entries().keySet().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name ->
                            objection(
                                    path(name),
                                    "is unknown here; there are %s"
                                            .formatted(String.join(", ", names))));
        } else {
            objection(path, "must be an object, is " + value.kind());
        }
        return this;
    }

    boolean has(String name) {
        return value.field(name).isPresent();
    }

    /** A text, empty if it is missing, which is a finding. */
    String text(String name) {
        String text = optionalText(name);
        if (text == null && !has(name)) {
            objection(path(name), "is missing");
        }
        return text == null ? "" : text;
    }

    @Nullable String optionalText(String name) {
        return value.field(name)
                .flatMap(field -> {
                    if (field instanceof Value.Text(String text) && !text.isBlank()) {
                        return Optional.of(text);
                    }
                    objection(path(name), "must be a text, is " + shown(field));
                    return Optional.<String>empty();
                })
                .orElse(null);
    }

    /** The elements of a list; none if it is missing. */
    List<Entry> list(String name) {
        return value.field(name)
                .map(field -> {
                    if (field instanceof Value.Items(List<Value> items)) {
                        return elements(path(name), items);
                    }
                    objection(path(name), "must be a list, is " + shown(field));
                    return List.<Entry>of();
                })
                .orElse(List.of());
    }

    /** The texts of a list; none if it is missing. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Entry each : list(name)) {
            if (each.value() instanceof Value.Text(String text)) {
                texts.add(text);
            } else {
                objection(each.path(), "must be a text, is " + shown(each.value()));
            }
        }
        return texts;
    }

    /** An object; an empty one if it is missing or something else, which is a finding. */
    Entry object(String name) {
        Optional<Value> field = value.field(name);
        if (field.isEmpty()) {
            objection(path(name), "is missing");
        } else if (!(field.get() instanceof Value.Fields)) {
            objection(path(name), "must be an object, is " + shown(field.get()));
        } else {
            return new Entry(path(name), field.get(), findings);
        }
        return new Entry(path(name), new Value.Fields(Map.of()), findings);
    }

    Value.Fields fields() {
        return value instanceof Value.Fields fields ? fields : new Value.Fields(Map.of());
    }

    /** A field turned into something, or empty if it is missing or refused, which is a finding. */
    <T> Optional<T> parsed(String name, Function<Value, T> parser) {
        try {
            return value.field(name).map(parser);
        } catch (IllegalArgumentException e) {
            objection(path(name), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    void objection(String where, String reason) {
        findings.add(new Finding(Finding.Kind.SHAPE, where, reason));
    }

    static String shown(Value value) {
        return switch (value) {
            case Value.Fields fields -> fields.kind();
            case Value.Items items -> items.kind();
            case Value.Nothing nothing -> "nothing";
            default -> "%s (%s)".formatted(value.kind(), value.json());
        };
    }

    private List<Entry> elements(String place, List<Value> items) {
        List<Entry> elements = new ArrayList<>();
        for (Value item : items) {
            elements.add(new Entry("%s[%d]".formatted(place, elements.size()), item, findings));
        }
        return elements;
    }
}
