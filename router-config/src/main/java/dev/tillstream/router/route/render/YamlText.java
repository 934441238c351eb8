package dev.tillstream.router.route.render;

import dev.tillstream.router.route.value.Value;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/** Values as YAML that both CloudFormation's YAML 1.1 and YAML 1.2 read alike. */
final class YamlText {

    /** Safe without quotes: a word that no YAML takes for a boolean, a number or a date. */
    private static final Pattern PLAIN =
            Pattern.compile("[$A-Za-z][A-Za-z0-9_./$-]*( [A-Za-z0-9_./$-]+)*");

    private static final Pattern WORD_WITH_MEANING =
            Pattern.compile("(?i)y|n|yes|no|on|off|true|false|null");

    private YamlText() {}

    static void block(Lines lines, int depth, Value.Fields fields) {
        fields.entries()
                .forEach((name, value) -> {
                    String key = scalar(new Value.Text(name)) + ":";
                    if (value instanceof Value.Fields nested && !nested.entries().isEmpty()) {
                        lines.line(depth, key);
                        block(lines, depth + 1, nested);
                    } else {
                        lines.line(depth, key + " " + flow(value));
                    }
                });
    }

    static String scalar(Value value) {
        if (value instanceof Value.Text(String text)) {
            boolean plain =
                    PLAIN.matcher(text).matches() && !WORD_WITH_MEANING.matcher(text).matches();
            // JSON's strings are YAML's double-quoted ones.
            return plain ? text : quoted(text);
        }
        return value instanceof Value.Decimal(BigDecimal number)
                ? number.toPlainString()
                : value.json();
    }

    private static String quoted(String text) {
        boolean printable = text.chars().allMatch(c -> c >= ' ' && c != 127);
        return printable ? "'" + text.replace("'", "''") + "'" : new Value.Text(text).json();
    }

    private static String flow(Value value) {
        return switch (value) {
            case Value.Items items ->
                    "["
                            + String.join(", ", items.items().stream().map(YamlText::flow).toList())
                            + "]";
            case Value.Fields fields ->
                    "{"
                            + String.join(
                                    ", ",
                                    fields.entries().entrySet().stream()
                                            .map(YamlText::flow)
                                            .toList())
                            + "}";
            default -> scalar(value);
        };
    }

    private static String flow(Map.Entry<String, Value> field) {
        return scalar(new Value.Text(field.getKey())) + ": " + flow(field.getValue());
    }
}
