package dev.tillstream.router.route.verify;

import dev.tillstream.router.route.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Values that may meet a condition, guessed from the condition itself. */
final class Candidates {

    private static final List<Value> ALWAYS =
            List.of(
                    new Value.Text("x"),
                    new Value.Decimal(BigDecimal.ZERO),
                    new Value.Decimal(BigDecimal.ONE),
                    new Value.Flag(true),
                    new Value.Flag(false),
                    new Value.Nothing());

    private Candidates() {}

    static Stream<Value> of(Value wanted) {
        return Stream.concat(ALWAYS.stream(), around(wanted));
    }

    private static Stream<Value> around(Value wanted) {
        return switch (wanted) {
            case Value.Fields fields ->
                    fields.entries().values().stream().flatMap(Candidates::around);
            case Value.Items items -> items.items().stream().flatMap(Candidates::around);
            case Value.Text text -> around(text.text()).map(Value.Text::new);
            case Value.Decimal decimal -> around(decimal.number()).map(Value.Decimal::new);
            case Value.Flag flag -> Stream.of(flag);
            case Value.Nothing nothing -> Stream.of(nothing);
        };
    }

    private static Stream<String> around(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        return Stream.of(text, text + "x", "x" + text, text.replace("*", ""), address);
    }

    private static Stream<BigDecimal> around(BigDecimal number) {
        return Stream.of("0", "1", "-1", "0.01", "-0.01", "0.0001", "-0.0001")
                .map(step -> number.add(new BigDecimal(step)));
    }
}
