package dev.tillstream.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Producer and analytics, two processes and a pipe between them, as a shell joins them. */
class PipeIT {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    @TempDir private Path folder;

    @Test
    void givesTheSampleDaysAnswerToTheCent() throws Exception {
        Path day = Run.ROOT.resolve("samples/online-retail-2010-12-01.csv");

        assertThat(pipe("--file", day.toString())).as(said()).containsExactly(0, 0);

        List<String> answer =
                Files.readAllLines(
                        Run.ROOT.resolve("samples/online-retail-2010-12-01.revenue.csv"));
        assertThat(rows("sales_revenue").values())
                .extracting(row ->
                        "%s,%s,%d,%s"
                                .formatted(
                                        row.required("store_id").stringValue(),
                                        row.required("window_start").stringValue(),
                                        row.required("events").longValue(),
                                        cents(row.required("revenue").decimalValue())))
                .containsExactlyInAnyOrderElementsOf(
                        answer.stream().skip(1).map(PipeIT::inCents).toList());
        assertThat(said())
                .contains(
                        "{\"status\":true,\"record_count\":3108,\"tot_sales\":58635.56}",
                        "{\"lines\":3108,\"ignored\":0,\"quarantined\":0,",
                        "\"sales_revenue\":{\"events\":3108,\"duplicates\":0,");
        assertThat(folder.resolve("rows/quarantine")).doesNotExist();
        assertThat(folder.resolve("analytics")).isEmptyFile();
    }

    @Test
    void countsByStoreAndMinuteFromATable() throws Exception {
        Path table =
                Files.writeString(
                        folder.resolve("day.tsv"),
                        """
                        store_id	time	name	category	sales	is_return
                        usa	2021-03-06T17:15:00Z	Kite	Toys	7.50	false
                        usa	2021-03-06T17:15:59Z	Kite	Toys	2.50	false
                        uk	2021-03-06T17:15:30Z	Kite	Toys	2.50	false
                        usa	2021-03-06T17:16:00Z	Atlas	Books	34.90	true
                        usa	2021-03-06T17:16:00Z	Atlas	Books	free	false
                        """);

        assertThat(pipe("--file", table.toString())).as(said()).containsExactly(3, 0);

        Map<String, JsonNode> rows = rows("sales_revenue");
        assertThat(rows).hasSize(3);
        assertThat(rows.get("usa 2021-03-06T17:15:00Z"))
                .hasToString(
                        """
                        {"store_id":"usa","revenue":10.00,"timestamp":"2021-03-06 17:16:00.000","window_start":"2021-03-06T17:15:00Z","events":2,"returns":0,"late":0,"revision":0}\
                        """);
        assertThat(rows.get("usa 2021-03-06T17:16:00Z"))
                .hasToString(
                        """
                        {"store_id":"usa","revenue":-34.90,"timestamp":"2021-03-06 17:17:00.000","window_start":"2021-03-06T17:16:00Z","events":1,"returns":1,"late":0,"revision":0}\
                        """);
    }

    @Test
    void saysTheTotalsOfBothEndsOnCtrlC() throws Exception {
        Path views =
                Files.writeString(
                        folder.resolve("views.yaml"),
                        """
                        tillstream:
                          analytics:
                            views:
                              - name: seconds
                                streams: [sales-events, inventory-events]
                                key: [store_id, detail_type]
                                measure: count
                                window: 1s
                                grace: 0s
                        """);
        List<Process> both =
                start(
                        List.of("--source", "random", "--rate", "6000"),
                        List.of("--views", views.toString()));
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> Files.exists(folder.resolve("rows/seconds")));
            StopBySignal signal = StopBySignal.usable();
            for (Process process : both) {
                signal.send(process);
            }
            assertThat(exits(both)).as(said()).containsOnly(signal.exit());
        } finally {
            both.forEach(Process::destroyForcibly);
        }

        long produced = JSON.readTree(lastLine("produce")).required("record_count").longValue();
        JsonNode totals = JSON.readTree(lastLine("totals"));
        assertThat(produced).as(said()).isPositive();
        assertThat(totals.required("lines").longValue()).as(said()).isEqualTo(produced);
        assertThat(
                        rows("seconds").values().stream()
                                .mapToLong(row -> row.required("events").longValue())
                                .sum())
                .isEqualTo(produced);
    }

    /** Returns the exit codes of both. */
    private List<Integer> pipe(String... source) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("--source", "file"));
        options.addAll(List.of(source));
        List<Process> both = start(options, List.of());
        try {
            return exits(both);
        } finally {
            both.forEach(Process::destroyForcibly);
        }
    }

    private List<Process> start(List<String> source, List<String> views) throws IOException {
        List<String> produce = Run.command("local/launcher", "produce", "--sink", "console");
        produce.addAll(source);
        List<String> analytics =
                Run.command(
                        "analytics-service",
                        "analytics",
                        "--local",
                        "--out",
                        folder.resolve("rows").toString());
        analytics.addAll(views);
        return ProcessBuilder.startPipeline(
                List.of(
                        new ProcessBuilder(produce)
                                .redirectError(folder.resolve("produce").toFile()),
                        new ProcessBuilder(analytics)
                                .redirectError(folder.resolve("analytics").toFile())
                                .redirectOutput(folder.resolve("totals").toFile())));
    }

    private List<Integer> exits(List<Process> both) throws IOException, InterruptedException {
        List<Integer> exits = new ArrayList<>();
        for (Process process : both) {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(said()).isTrue();
            exits.add(process.exitValue());
        }
        return exits;
    }

    private String lastLine(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).getLast();
    }

    private String said() throws IOException {
        StringBuilder said = new StringBuilder();
        for (String name : List.of("produce", "analytics", "totals")) {
            Path file = folder.resolve(name);
            said.append(Files.exists(file) ? Files.readString(file) : "");
        }
        return said.toString();
    }

    /** Of each window the row with the highest revision. */
    private Map<String, JsonNode> rows(String view) throws IOException {
        Map<String, JsonNode> rows = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("rows").resolve(view))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode row = JSON.readTree(line);
                    rows.merge(
                            row.required("store_id").stringValue()
                                    + row.path("detail_type").asString("")
                                    + " "
                                    + row.required("window_start").stringValue(),
                            row,
                            (a, b) -> revision(a) > revision(b) ? a : b);
                }
            }
        }
        return rows;
    }

    /** The answer writes zero as 0.0. */
    private static String inCents(String answer) {
        int revenue = answer.lastIndexOf(',') + 1;
        return answer.substring(0, revenue) + cents(new BigDecimal(answer.substring(revenue)));
    }

    private static String cents(BigDecimal money) {
        return money.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
    }

    private static long revision(JsonNode row) {
        return row.required("revision").longValue();
    }
}
