package dev.tillstream.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The sample day through all real processes. */
class DemoIT {

    private static final Duration BOUND = Duration.ofMinutes(8);
    private static final String ANSWER =
            "{\"accepted\":3108,\"orders\":3081,\"stock_changes\":3108,\"rows\":123,"
                    + "\"revenue\":\"58635.56\",\"difference\":\"0.00\"}";

    @TempDir private Path folder;

    @Test
    void countsTheSampleDayToTheCent() throws IOException, InterruptedException {
        int port = FreePorts.base();
        try (Run demo = demo(port)) {
            assertThat(demo.awaitExit(BOUND)).as(() -> String.join("\n", demo.lines())).isZero();
            assertThat(demo.lines()).last().isEqualTo(ANSWER);
            assertNoKeyIn(String.join("\n", demo.lines()));
        }
        assertNoKeyInLogs();

        assertRevenueIsAsExpected();
        assertThat(objectsIn("s3/raw")).isNotEmpty();
        assertThat(objectsIn("s3/sales_revenue")).isNotEmpty();
        assertThat(FreePorts.ofHouse(port)).allMatch(FreePorts::isFree);
    }

    @Test
    void countsTheSameWhenAnalyticsIsKilledInBetween() throws IOException, InterruptedException {
        int port = FreePorts.base();
        try (Run demo = demo(port)) {
            await().atMost(BOUND).until(() -> demo.says("2  Tills send") || !demo.isAlive());
            kill(pidOf("analytics-service"));

            assertThat(demo.awaitExit(BOUND)).as(() -> String.join("\n", demo.lines())).isZero();
            assertThat(demo.lines())
                    .contains("  analytics-service was killed (signal 9); starting it again")
                    .last()
                    .isEqualTo(ANSWER);
        }

        assertRevenueIsAsExpected();
    }

    /** Neither what is said nor what is logged, by whichever process, has a key. */
    private void assertNoKeyInLogs() throws IOException {
        try (Stream<Path> logs = Files.list(folder.resolve("state/logs"))) {
            for (Path log : logs.toList()) {
                assertNoKeyIn(Files.readString(log));
            }
        }
    }

    private static void assertNoKeyIn(String text) {
        assertThat(text).doesNotContainPattern("till_[0-9a-f]{12}_[0-9a-f]{64}");
    }

    private Run demo(int port) throws IOException {
        return Run.start(
                "demo",
                "--port",
                String.valueOf(port),
                "--state",
                folder.resolve("state").toString(),
                "--out",
                folder.resolve("out").toString());
    }

    private long pidOf(String process) throws IOException {
        JsonNode run = new ObjectMapper().readTree(folder.resolve("state/run.json").toFile());
        return run.required("processes")
                .valueStream()
                .filter(entry -> entry.required("name").stringValue().equals(process))
                .mapToLong(entry -> entry.required("pid").longValue())
                .findFirst()
                .orElseThrow();
    }

    private static void kill(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    /** Row by row; amounts as numbers, for 0.0 is as good as 0.00. */
    private void assertRevenueIsAsExpected() throws IOException {
        List<String> found = Files.readAllLines(folder.resolve("out/revenue.csv"));
        List<String> expected =
                Files.readAllLines(
                        Run.ROOT.resolve("samples/online-retail-2010-12-01.revenue.csv"));
        assertThat(found).hasSameSizeAs(expected).first().isEqualTo(expected.getFirst());
        for (int i = 1; i < expected.size(); i++) {
            assertThat(key(found.get(i))).isEqualTo(key(expected.get(i)));
            assertThat(amount(found.get(i)))
                    .as(key(expected.get(i)))
                    .isEqualByComparingTo(amount(expected.get(i)));
        }
    }

    private static String key(String row) {
        return row.substring(0, row.lastIndexOf(','));
    }

    private static BigDecimal amount(String row) {
        return new BigDecimal(row.substring(row.lastIndexOf(',') + 1));
    }

    private List<Path> objectsIn(String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("out").resolve(prefix))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
