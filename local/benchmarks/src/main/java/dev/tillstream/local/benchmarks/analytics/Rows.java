package dev.tillstream.local.benchmarks.analytics;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code sales_revenue}, as the service's API tells them. */
final class Rows {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI service;
    private final String key;

    Rows(URI service, String key) {
        this.service = service;
        this.key = key;
    }

    record Row(BigDecimal revenue, Instant publishedAt) {}

    /** Those that are final. */
    Map<Minute, Row> read(Instant from, Instant to) throws InterruptedException {
        Map<Minute, Row> rows = new HashMap<>();
        String cursor = null;
        do {
            JsonNode page = page(from, to, cursor);
            page.required("rows")
                    .forEach(row -> {
                        if (row.required("final").booleanValue()) {
                            rows.put(
                                    new Minute(
                                            row.required("store_id").stringValue(),
                                            Instant.parse(
                                                    row.required("window_start").stringValue())),
                                    new Row(
                                            row.required("revenue").decimalValue(),
                                            Instant.parse(
                                                    row.required("published_at").stringValue())));
                        }
                    });
            JsonNode next = page.required("next_cursor");
            cursor = next.isNull() ? null : next.stringValue();
        } while (cursor != null);
        return rows;
    }

    /** Throws unless the rows are the answer, to the cent. */
    static void check(Map<Minute, Row> rows, Map<Minute, BigDecimal> answer) {
        if (rows.size() != answer.size()) {
            throw new IllegalStateException(rows.size() + " rows, not " + answer.size());
        }
        answer.forEach((minute, revenue) -> {
            Row row = rows.get(minute);
            if (row == null || row.revenue().compareTo(revenue) != 0) {
                throw new IllegalStateException(minute + ": " + row + ", not " + revenue);
            }
        });
    }

    private JsonNode page(Instant from, Instant to, @Nullable String cursor)
            throws InterruptedException {
        String query = "?from=" + from + "&to=" + to + (cursor == null ? "" : "&cursor=" + cursor);
        HttpRequest request =
                HttpRequest.newBuilder(service.resolve("/views/sales_revenue" + query))
                        .header("Authorization", "Bearer " + key)
                        .timeout(PATIENCE)
                        .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("the service doesn't answer", e);
        }
    }
}
