package dev.tillstream.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.audit.stored.AwsClients;
import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.local.testing.process.ServiceProcess;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./run produce --manifest} as a process of its own that is killed, from S3 to two streams;
 * analytics counts what arrives there.
 */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
class ManifestIT {

    private static final String BUCKET = "tillstream-data-000000000000";
    private static final int SALES = 12_000;
    private static final List<String> STORES = List.of("usa", "uk", "chile");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final String run = Long.toString(System.currentTimeMillis(), 36);
    private final AwsClients aws = AwsClients.at(LocalAwsExtension.endpoint());
    private final Map<String, String> expected = new TreeMap<>();

    /** Objects never change: each is read once, however often is looked. */
    private final Map<String, List<JsonNode>> delivered = new HashMap<>();

    @TempDir private Path folder;

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void losesNoLineAndCountsNoneTwiceWhenItIsKilledAndRunAgain() throws Exception {
        put("sales.tsv", salesTable());
        put("stock.csv", stockTable());
        Path manifest =
                Files.writeString(
                        folder.resolve("manifest.json"),
                        """
                        [{"stream":"tillstream-sales-events","bucket":"%1$s","file":"%2$s/sales.tsv"},
                         {"stream":"tillstream-inventory-events","bucket":"%1$s","file":"%2$s/stock.csv"}]
                        """
                                .formatted(BUCKET, run));
        Files.writeString(
                folder.resolve("inventory-events.yaml"),
                """
                event: inventory-events
                time: at
                fields: {store_id: store, name: article, category: {value: Toys}, change: what, quantity: pieces}
                """);

        Path marks = folder.resolve("manifest.json.marks");
        Process killed = produce(manifest, "put-record");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !killed.isAlive() || isUnderWay(marks));
        assertThat(killed.isAlive()).as(output()).isTrue();
        killed.destroyForcibly().waitFor();

        Process again = produce(manifest, "aggregated");
        assertThat(again.waitFor(60, TimeUnit.SECONDS)).isTrue();
        // The table of sales has one line that is no sale.
        assertThat(again.exitValue()).as(output()).isEqualTo(3);
        assertThat(output()).contains("\"record_count\":" + (SALES + 10) + ",");
        String rejected = "tillstream-sales-events-" + run + "-sales.tsv.rejected";
        assertThat(folder.resolve(rejected)).hasContent("3\thas 1 columns, not 5\tno sale");

        try (ServiceProcess analytics =
                ServiceProcess.start(
                        Path.of("..", ".."),
                        "analytics-service",
                        LocalAwsExtension.endpoint(),
                        List.of("-Xmx256m"),
                        Map.of("SERVER_PORT", "0"))) {
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(counted()).isEqualTo(expected));
            assertThat(analytics.metric("tillstream.analytics.records")).isPositive();
        }
    }

    /** Sales of an hour, counted here as plainly as can be: by store and minute. */
    private String salesTable() {
        StringBuilder table = new StringBuilder("store_id\ttime\tname\tcategory\tsales\n");
        Map<String, BigDecimal> revenue = new HashMap<>();
        Map<String, Integer> events = new HashMap<>();
        for (int i = 0; i < SALES; i++) {
            String store = STORES.get(i % STORES.size()) + " " + run;
            Instant time = Instant.parse("2021-03-06T17:00:00Z").plusSeconds(i * 3_600L / SALES);
            BigDecimal sales = BigDecimal.valueOf(100 + i % 977, 2);
            table.append(
                            String.join(
                                    "\t", store, time.toString(), "Kite", "Toys", sales.toString()))
                    .append('\n');
            if (i == 0) {
                table.append("no sale\n");
            }
            String minute = "sales_revenue " + store + " " + time.toString().substring(0, 16);
            revenue.merge(minute, sales, BigDecimal::add);
            events.merge(minute, 1, Integer::sum);
        }
        events.forEach((minute, count) -> expected.put(minute, count + " " + revenue.get(minute)));
        return table.toString();
    }

    private String stockTable() {
        StringBuilder table = new StringBuilder("at,store,article,what,pieces\n");
        for (int i = 0; i < 10; i++) {
            table.append("2021-03-06T18:30:0%dZ,usa %s,Kite,received,5\n".formatted(i, run));
        }
        expected.put("events_by_type usa " + run + " 2021-03-06T18:30 inventory-events", "10 10");
        return table.toString();
    }

    /** The highest revision of each row, as a reader of the bucket sees it. */
    private Map<String, String> counted() {
        Map<String, JsonNode> rows = new HashMap<>();
        for (String view : List.of("sales_revenue", "events_by_type")) {
            for (S3Object object :
                    aws.s3()
                            .listObjectsV2Paginator(list -> list.bucket(BUCKET).prefix(view + "/"))
                            .contents()) {
                delivered
                        .computeIfAbsent(object.key(), this::rows)
                        .forEach(row ->
                                rows.merge(
                                        key(view, row),
                                        row,
                                        (a, b) -> revision(a) >= revision(b) ? a : b));
            }
        }
        Map<String, String> counted = new TreeMap<>();
        rows.forEach((key, row) -> {
            if (!key.endsWith(" sales-events")) {
                counted.put(key, row.required("events").longValue() + " " + amount(row));
            }
        });
        return counted;
    }

    private List<JsonNode> rows(String object) {
        return aws.s3()
                .getObjectAsBytes(get -> get.bucket(BUCKET).key(object))
                .asUtf8String()
                .lines()
                .map(JSON::readTree)
                .filter(row -> row.required("store_id").stringValue().endsWith(run))
                .toList();
    }

    private static String key(String view, JsonNode row) {
        String type = row.path("detail_type").asString("");
        String start = row.required("window_start").stringValue().substring(0, 16);
        return (view + " " + row.required("store_id").stringValue() + " " + start + " " + type)
                .strip();
    }

    private static long revision(JsonNode row) {
        return row.required("revision").longValue();
    }

    private static String amount(JsonNode row) {
        return row.has("revenue")
                ? row.required("revenue").decimalValue().toPlainString()
                : Long.toString(row.required("events").longValue());
    }

    private static boolean isUnderWay(Path marks) throws IOException {
        return Files.exists(marks)
                && Files.readString(marks).contains("sales.tsv")
                && Files.readString(marks).matches("(?s).*sales\\.tsv[^}]*\"complete\" : false.*");
    }

    private void put(String name, String content) {
        aws.s3()
                .putObject(
                        put -> put.bucket(BUCKET).key(run + "/" + name),
                        RequestBody.fromString(content));
    }

    private Process produce(Path manifest, String api) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-jar",
                        jar().toString(),
                        "produce",
                        "--manifest",
                        manifest.toString(),
                        "--mappings",
                        folder.toString(),
                        "--api",
                        api,
                        "--endpoint-url",
                        LocalAwsExtension.endpoint().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("output"));
    }

    private static Path jar() throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("target"), "local-launcher-*-exec.jar")) {
            return jars.iterator().next();
        }
    }
}
