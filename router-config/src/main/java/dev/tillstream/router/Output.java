package dev.tillstream.router;

import dev.tillstream.router.route.value.Value;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Prints for people, in colours only on a terminal, or as one JSON object for programs. */
final class Output {

    // Set by picocli before anything runs.
    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object, for programs.")
    private boolean json;

    /** Prints one of the two forms. */
    void print(Supplier<Value> forPrograms, Supplier<List<String>> forPeople) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(forPrograms.get().json());
        } else {
            forPeople.get().forEach(out::println);
        }
        out.flush();
    }

    static String good(String text) {
        return coloured(text, Style.fg_green);
    }

    static String bad(String text) {
        return coloured(text, Style.fg_red);
    }

    private static String coloured(String text, Style style) {
        return Ansi.AUTO.enabled() ? style.on() + text + style.off() : text;
    }

    /** An object of names and values in turn. */
    static Value.Fields fields(Object... namesAndValues) {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), value(namesAndValues[i + 1]));
        }
        return new Value.Fields(fields);
    }

    private static Value value(Object value) {
        return switch (value) {
            case Value already -> already;
            case Boolean flag -> new Value.Flag(flag);
            case Number number -> new Value.Decimal(BigDecimal.valueOf(number.longValue()));
            case List<?> items -> new Value.Items(items.stream().map(Output::value).toList());
            default -> new Value.Text(value.toString());
        };
    }
}
