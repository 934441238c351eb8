package dev.tillstream.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.router.ruler.RulerMatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers of the matcher that verify uses, operator by operator. */
class OperatorsTest {

    @ParameterizedTest
    @MethodSource("dev.tillstream.router.Operators#rows")
    void areMatchedAsTheTableSays(Operators.Row row) {
        RulerMatcher matcher = new RulerMatcher();

        String answer =
                matcher.defect(row.pattern()).isPresent()
                        ? "refused"
                        : matcher.matches(row.pattern(), row.event()) ? "yes" : "no";

        assertThat(answer).isEqualTo(row.answer());
    }

    /** The whole table as routes and their examples, read from YAML. */
    @Test
    void areProvedByVerifyAlike(@TempDir Path folder) throws IOException {
        List<Operators.Row> rows =
                Operators.rows().filter(row -> !row.answer().equals("refused")).toList();
        String routes =
                IntStream.range(0, rows.size())
                        .mapToObj(i -> route(i, rows.get(i)))
                        .collect(Collectors.joining());
        Path file =
                Files.writeString(
                        folder.resolve("routes.yaml"), "sources: [a]\nroutes:\n" + routes);

        Run run =
                Run.of(
                        "verify",
                        "--routes",
                        file.toString(),
                        "--templates",
                        ProjectFolder.templates().toString());

        // Every route lacks its other example, and the fields are of no schema: nothing else.
        assertThat(run.out())
                .doesNotContain("[example-not-matched]")
                .doesNotContain("[example-matched]")
                .doesNotContain("[invalid-pattern]")
                .doesNotContain("[shape]");
        assertThat(run.out().lines().filter(line -> line.matches(".*\\[no-(hit|miss)]")))
                .hasSameSizeAs(rows);
    }

    private static String route(int index, Operators.Row row) {
        return """
          - name: r%d
            why: %s
            pattern: %s
            targets: [{queue: dispatch, dlq: dispatch}]
            %s: [{event: %s}]
        """
                .formatted(
                        index,
                        row.operator().replace(",", "").replace('$', '_'),
                        row.pattern().json(),
                        row.answer().equals("yes") ? "match" : "miss",
                        row.event().json().replace("tillstream.ingest", "elsewhere"));
    }
}
