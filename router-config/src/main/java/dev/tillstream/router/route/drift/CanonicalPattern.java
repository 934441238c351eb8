package dev.tillstream.router.route.drift;

import dev.tillstream.router.route.value.Value;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A pattern in the one form that all patterns of the same meaning share, as far as order and
 * writing go: fields sorted, alternatives sorted and said once, 1.0 as 1.
 */
public final class CanonicalPattern {

    private CanonicalPattern() {}

    public static String of(Value pattern) {
        return canonical(pattern).json();
    }

    private static Value canonical(Value value) {
        return switch (value) {
            case Value.Fields fields -> fields(fields.entries());
            case Value.Items items ->
                    new Value.Items(
                            items.items().stream()
                                    .map(CanonicalPattern::canonical)
                                    .distinct()
                                    .sorted(Comparator.comparing(Value::json))
                                    .toList());
            case Value.Decimal decimal -> number(decimal);
            default -> value;
        };
    }

    private static Value fields(Map<String, Value> entries) {
        Map<String, Value> sorted = new LinkedHashMap<>();
        new TreeMap<>(entries)
                .forEach((name, value) ->
                        // The only array whose order means something.
                        sorted.put(
                                name, name.equals("numeric") ? numeric(value) : canonical(value)));
        return new Value.Fields(sorted);
    }

    private static Value numeric(Value value) {
        if (!(value instanceof Value.Items(List<Value> parts))) {
            return canonical(value);
        }
        return new Value.Items(
                parts.stream()
                        .map(part -> part instanceof Value.Decimal decimal ? number(decimal) : part)
                        .toList());
    }

    private static Value number(Value.Decimal decimal) {
        BigDecimal stripped = decimal.number().stripTrailingZeros();
        return new Value.Decimal(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }
}
