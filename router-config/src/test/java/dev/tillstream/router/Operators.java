package dev.tillstream.router;

import dev.tillstream.router.route.Envelope;
import dev.tillstream.router.route.Pattern;
import dev.tillstream.router.route.value.Value;
import dev.tillstream.router.schema.JsonValues;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The table of operators: what AWS's matcher answers to each. */
final class Operators {

    /** One row; the answer of LocalStack begins with its word, the reason follows. */
    record Row(String operator, String detailPattern, String detail, String answer, String local) {

        Pattern pattern() {
            return new Pattern(within(detailPattern, Map.of()));
        }

        Value.Fields event() {
            return Envelope.complete(within(detail, Map.of("detail-type", new Value.Text("any"))));
        }

        String answerOfLocalStack() {
            return local.isEmpty() ? answer : local.substring(0, local.indexOf(':'));
        }

        private static Value.Fields within(String detail, Map<String, Value> more) {
            var fields = new LinkedHashMap<>(more);
            fields.put("detail", JsonValues.read(detail));
            return new Value.Fields(fields);
        }

        @Override
        public String toString() {
            return "%s: %s, %s".formatted(operator, detailPattern, detail);
        }
    }

    private Operators() {}

    static Stream<Row> rows() {
        try (InputStream file = Operators.class.getResourceAsStream("/operators.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(Operators::row)
                            .toList()
                            .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells =
                Arrays.stream(line.split(" \\| ", -1)).map(String::strip).toArray(String[]::new);
        return new Row(cells[0], cells[1], cells[2], cells[3], cells.length > 4 ? cells[4] : "");
    }
}
