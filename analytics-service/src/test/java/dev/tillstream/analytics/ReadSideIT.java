package dev.tillstream.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import dev.tillstream.access.key.Role;
import dev.tillstream.analytics.window.Totals;
import dev.tillstream.consumer.fixture.Keys;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.StoreId;
import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.local.testing.process.ServiceProcess;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the service says of its windows, to whom. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
final class ReadSideIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final SalesStream stream = new SalesStream();
    private final ServiceProcess service = Analytics.start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String reader = Keys.of(Role.READER);
    private final Instant begun = Instant.now();

    @AfterEach
    void close() {
        service.kill();
        http.close();
        stream.close();
    }

    @Test
    void answersExactlyWhileMinutesRunAndWhenTheyAreFinal() {
        var day = new Day("asked " + begun + " ");
        stream.put(day.sell(1000, begun));
        StoreId store = day.stores().iterator().next();

        // Both are exact: first of running windows, then of rows.
        await().atMost(SOON).until(() -> sum(store), sum -> sum.equals(expected(day, store)));
        await().atMost(Duration.ofSeconds(150))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !revenue(store).contains("\"final\":false"));
        assertThat(sum(store)).isEqualTo(expected(day, store));
    }

    @Test
    void tellsWatchersOfRunningWindowsAndOfRowsAndEndsWhenItIsStopped() {
        var day = new Day("watched " + begun + " ");
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture<HttpResponse<Void>> watching =
                http.sendAsync(
                        request("/views/sales_revenue/live", reader)
                                .header("Last-Event-ID", begun.minusSeconds(60).toString())
                                .build(),
                        BodyHandlers.fromLineSubscriber(new Lines(lines)));
        // An hour old: closed by its store's silence.
        stream.put(day.sell(100, begun.minusSeconds(3600)));

        await().atMost(SOON)
                .until(() -> lines.stream().filter(line -> isOf(day, line)).count() > 5);
        assertThat(lines).contains("event:row");
        assertThat(lines).anyMatch(line -> line.startsWith("id:20"));

        Instant stopped = Instant.now();
        service.stop();
        assertThat(Duration.between(stopped, Instant.now())).isLessThan(Duration.ofSeconds(20));
        assertThat(watching).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void onlyReadersAndAdminsReadButThePageIsOpen() {
        assertThat(status("/revenue?store_id=a", "")).isEqualTo(401);
        assertThat(status("/views", Keys.ofStore("a"))).isEqualTo(403);
        assertThat(status("/views/sales_revenue/live", "")).isEqualTo(401);
        assertThat(status("/revenue?store_id=a", reader)).isEqualTo(200);
        assertThat(status("/views/sales_revenue", Keys.of(Role.ADMIN))).isEqualTo(200);
        assertThat(status("/anything", reader)).isEqualTo(403);
        for (String open :
                List.of(
                        "/",
                        "/page/page.js",
                        "/webjars/chart.js/dist/chart.umd.min.js",
                        "/openapi.yaml",
                        "/api/index.html")) {
            assertThat(status(open, "")).as(open).isEqualTo(200);
        }
    }

    private static boolean isOf(Day day, String line) {
        return day.stores().stream().anyMatch(store -> line.contains(store.value()));
    }

    private static Money expected(Day day, StoreId store) {
        return day.totals().entrySet().stream()
                .filter(entry -> entry.getKey().store().equals(store))
                .map(Map.Entry::getValue)
                .map(Totals::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    private Money sum(StoreId store) {
        List<Number> amounts = JsonPath.read(revenue(store), "$.rows[*].revenue");
        return amounts.stream()
                .map(amount -> Money.of(amount.toString()))
                .reduce(Money.ZERO, Money::plus);
    }

    private String revenue(StoreId store) {
        String from = begun.minusSeconds(600).toString();
        String name = URLEncoder.encode(store.value(), StandardCharsets.UTF_8);
        return get("/revenue?store_id=" + name + "&from=" + from, reader).body();
    }

    private int status(String path, String key) {
        return get(path, key).statusCode();
    }

    private HttpResponse<String> get(String path, String key) {
        return http.sendAsync(request(path, key).build(), BodyHandlers.ofString()).join();
    }

    private HttpRequest.Builder request(String path, String key) {
        var request = HttpRequest.newBuilder(URI.create(service.address() + path));
        return key.isEmpty() ? request : request.header("Authorization", key);
    }
}
