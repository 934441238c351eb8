package dev.tillstream.router.route.explain;

import dev.tillstream.router.route.Clause;
import dev.tillstream.router.route.value.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a condition wants, in words. */
public final class Wanted {

    private Wanted() {}

    /** For example {@code "received" or starting with "a"}. */
    public static String text(Clause clause) {
        return clause.isAlternatives()
                ? clause.alternatives().stream()
                        .map(pattern ->
                                pattern.clauses().stream()
                                        .map(each -> each.dotted() + " " + text(each))
                                        .collect(Collectors.joining(" and ")))
                        .collect(Collectors.joining("; or "))
                : text(clause.wanted());
    }

    private static String text(Value wanted) {
        return switch (wanted) {
            case Value.Items items ->
                    items.items().stream().map(Wanted::text).collect(Collectors.joining(" or "));
            case Value.Fields operator ->
                    operator.entries().entrySet().stream()
                            .map(Wanted::operator)
                            .collect(Collectors.joining(" and "));
            default -> wanted.json();
        };
    }

    private static String operator(Map.Entry<String, Value> operator) {
        Value operand = operator.getValue();
        return switch (operator.getKey()) {
            case "prefix" -> "starting with " + text(operand);
            case "suffix" -> "ending with " + text(operand);
            case "equals-ignore-case" -> text(operand) + " in any case";
            case "wildcard" -> "like " + text(operand);
            case "anything-but" -> "anything but " + text(operand);
            case "cidr" -> "an address in " + text(operand);
            case "exists" ->
                    operand.equals(new Value.Flag(true)) ? "anything at all" : "nothing at all";
            case "numeric" -> numeric(operand);
            default -> "%s %s".formatted(operator.getKey(), text(operand));
        };
    }

    private static String numeric(Value operand) {
        if (!(operand instanceof Value.Items items)) {
            return operand.json();
        }
        List<Value> parts = items.items();
        StringBuilder text = new StringBuilder("a number");
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            text.append(i == 0 ? " " : " and ")
                    .append(parts.get(i) instanceof Value.Text(String sign) ? sign : "")
                    .append(' ')
                    .append(parts.get(i + 1).json());
        }
        return text.toString();
    }
}
