package dev.tillstream.analytics.local;

import static dev.tillstream.analytics.window.SaleFixture.NOON;
import static dev.tillstream.analytics.window.SaleFixture.sale;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AnalyticsCommandTest {

    private static final EventCodec CODEC = new EventCodec();
    private static final long AMPLE = 1L << 30;

    @TempDir private Path parent;

    @Test
    void writesRowsWhereThePlatformWouldAndClosesAllInTheEnd() {
        Counted counted =
                run(
                        AMPLE,
                        line(sale("usa", "1", NOON, "2.50")),
                        line(sale("usa", "1", NOON, "2.50")),
                        line(sale("usa", "2", NOON.plusSeconds(59), "1.00", true)),
                        "",
                        line(sale("usa", "3", NOON.plusSeconds(60), "34.90")));

        assertThat(counted.exit()).as(counted.err()).isZero();
        assertThat(counted.err()).isEmpty();
        assertThat(counted.lines("sales_revenue"))
                .extracting(JsonNode::toString)
                .containsExactly(
                        """
                        {"store_id":"usa","revenue":1.50,"timestamp":"2026-11-21 12:01:00.000","window_start":"2026-11-21T12:00:00Z","events":2,"returns":1,"late":0,"revision":0}\
                        """,
                        """
                        {"store_id":"usa","revenue":34.90,"timestamp":"2026-11-21 12:02:00.000","window_start":"2026-11-21T12:01:00Z","events":1,"returns":0,"late":0,"revision":0}\
                        """);
        assertThat(counted.files("sales_revenue"))
                .singleElement()
                .asString()
                .matches(
                        ".*/sales_revenue/2026/11/22/08/tillstream-sales_revenue-1-2026-11-22-08-00-\\d\\d-[0-9a-f-]{36}");
        assertThat(counted.out().strip())
                .isEqualTo(
                        """
                        {"lines":4,"ignored":0,"quarantined":0,"views":{\
                        "sales_revenue":{"events":3,"duplicates":1,"late":0,"rows":2,"corrections":0},\
                        "sales_by_category":{"events":3,"duplicates":1,"late":0,"rows":2,"corrections":0},\
                        "events_by_type":{"events":3,"duplicates":1,"late":0,"rows":2,"corrections":0}}}\
                        """);
    }

    @Test
    void namesABrokenLineKeepsItAndCountsTheRest() {
        String broken = line(sale("usa", "1", NOON, "2.50")).replace("2.50", "\"free\"");
        Counted counted =
                run(
                        AMPLE,
                        line(sale("usa", "1", NOON, "2.50")),
                        "no event",
                        broken,
                        line(sale("usa", "2", NOON, "1.00")),
                        line(sale("usa", "3", Counted.MORNING.plus(Duration.ofDays(1)), "1.00")),
                        "{\"detail-type\":\"sales-ev");

        assertThat(counted.exit()).isEqualTo(3);
        assertThat(counted.rows("sales_revenue").get("usa 2026-11-21T12:00:00Z").toString())
                .contains("\"revenue\":3.50,");
        assertThat(counted.err().lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("line 2: undecodable: "))
                .anyMatch(line -> line.startsWith("line 3: undecodable: /detail/sales"))
                .anyMatch(line -> line.equals("line 5: future: its time lies beyond its arrival"))
                .anyMatch(line -> line.startsWith("line 6: undecodable: "));
        assertThat(counted.lines("quarantine"))
                .filteredOn(line -> line.required("sequence_number").stringValue().equals("3"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.required("data").stringValue()).isEqualTo(broken);
                    assertThat(line.required("stream").stringValue()).isEqualTo("stdin");
                    assertThat(line.required("reason").stringValue()).isEqualTo("undecodable");
                });
        assertThat(counted.out()).contains("\"lines\":6,\"ignored\":0,\"quarantined\":4,");
    }

    @Test
    void correctsAWindowByARevisionWhenALateLineComes() {
        Counted counted = run(AMPLE, late());

        assertThat(counted.exit()).isZero();
        assertThat(counted.lines("sales_revenue"))
                .filteredOn(row -> row.toString().contains("T12:00:00Z"))
                .extracting(row -> row.required("revenue") + " " + row.required("revision"))
                .containsExactly("2.50 0", "3.50 1");
        assertThat(counted.out()).contains("\"late\":1,\"rows\":3,\"corrections\":1}");
    }

    @Test
    void setsALateLineAsideWhenItsWindowIsNoLongerKept() {
        Counted counted = run(0, late());

        assertThat(counted.exit()).isEqualTo(3);
        assertThat(counted.lines("sales_revenue")).hasSize(2);
        assertThat(counted.err())
                .contains("line 3: too-late in sales_revenue: its window is no longer kept");
        assertThat(counted.lines("quarantine"))
                .hasSize(3)
                .allMatch(line -> line.required("reason").stringValue().equals("too-late"))
                .extracting(line -> line.required("view").stringValue())
                .containsExactlyInAnyOrder("sales_revenue", "sales_by_category", "events_by_type");
    }

    @Test
    void floodsNoTerminalWithBrokenLines() {
        Counted counted = run(AMPLE, Collections.nCopies(150, "no event").toArray(String[]::new));

        assertThat(counted.err().lines()).hasSize(101);
        assertThat(counted.lines("quarantine")).hasSize(150);
    }

    @Test
    void readsViewsFromAFile() throws IOException {
        Path views =
                Files.writeString(
                        parent.resolve("views.yaml"),
                        """
                        tillstream:
                          analytics:
                            views:
                              - {name: pieces, streams: [sales-events], key: [store_id], measure: sum, field: quantity, window: 1h}
                        """);
        Counted counted =
                run(
                        AMPLE,
                        List.of("--views", views.toString()),
                        line(sale("usa", "1", NOON, "2.50")),
                        line(sale("usa", "2", NOON.plusSeconds(90), "1.00")));

        assertThat(counted.exit()).as(counted.err()).isZero();
        assertThat(counted.lines("pieces"))
                .extracting(JsonNode::toString)
                .containsExactly(
                        """
                        {"store_id":"usa","quantity":2,"timestamp":"2026-11-21 13:00:00.000","window_start":"2026-11-21T12:00:00Z","events":2,"late":0,"revision":0}\
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--local | Missing required option: '--out=DIR'",
                "--out x | Missing: --local",
                "--local --out x --in | Unknown option: '--in'",
                "--local --out FILE | FILE is no folder",
                "--local --out FULL | FULL isn't empty: rows of two runs can't be told apart",
                "--local --out x --views none.yaml | none.yaml: there is no such file",
                "--local --out x --views FILE | FILE can't be read: ",
                "--local --out x --views NONE | view (none): views must be one at least",
                "--local --out x --views WRONG | view points: key must begin with store_id",
            })
    void refusesInOneLineWhatCannotWork(String arguments, String reason) throws IOException {
        Path full = Files.createDirectory(parent.resolve("FULL"));
        Files.writeString(full.resolve("row"), "");
        Files.writeString(parent.resolve("FILE"), "a: [b");
        Files.writeString(parent.resolve("NONE"), "tillstream: {}\n");
        Files.writeString(
                parent.resolve("WRONG"),
                """
                tillstream:
                  analytics:
                    views:
                      - {name: points, streams: [sales-events], key: [category], measure: revenue}
                """);
        String here = parent + "/";
        String[] words =
                Pattern.compile(" ")
                        .splitAsStream(
                                arguments.replaceAll("(FILE|FULL|NONE|WRONG|\\bx\\b)", here + "$1"))
                        .toArray(String[]::new);

        Counted counted = Counted.run(new Pieces(new byte[0], 1), AMPLE, parent, words);

        assertThat(counted.exit()).isEqualTo(2);
        assertThat(counted.out()).isEmpty();
        assertThat(counted.err().lines())
                .singleElement()
                .asString()
                .startsWith(reason.replaceAll("(FILE|FULL)", here + "$1"));
    }

    /** The last one is 70 seconds late. */
    private static String[] late() {
        return new String[] {
            line(sale("usa", "1", NOON, "2.50")),
            line(sale("usa", "2", NOON.plusSeconds(70), "34.90")),
            line(sale("usa", "3", NOON, "1.00"))
        };
    }

    private static String line(StoreEvent event) {
        return CODEC.encode(event);
    }

    private Counted run(long keptBytes, String... lines) {
        return run(keptBytes, List.of(), lines);
    }

    /** Line by line, so that what each does is seen. */
    private Counted run(long keptBytes, List<String> options, String... lines) {
        Path out = parent.resolve("rows");
        return Counted.run(
                new Pieces((String.join("\n", lines) + "\n").getBytes(UTF_8), 60),
                keptBytes,
                out,
                Counted.into(out, options.toArray(String[]::new)));
    }
}
