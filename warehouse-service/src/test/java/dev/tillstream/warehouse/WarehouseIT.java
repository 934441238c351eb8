package dev.tillstream.warehouse;

import static dev.tillstream.warehouse.stock.StockFixture.change;
import static dev.tillstream.warehouse.stock.StockFixture.sale;
import static dev.tillstream.warehouse.stock.StockFixture.takenBack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.access.key.Role;
import dev.tillstream.consumer.fixture.EventQueue;
import dev.tillstream.consumer.fixture.Keys;
import dev.tillstream.contract.StockChange;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.warehouse.stock.StockFixture;
import dev.tillstream.warehouse.stock.StockItem;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.client.RestClient;

/** The whole service between a real queue and real tables. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "tillstream.warehouse.sqs.poll=1s"})
@DirtiesContext
class WarehouseIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final StockItem item = StockFixture.item("store/" + UUID.randomUUID(), "85123A");
    private final RestClient http = RestClient.create();
    private final String reader = Keys.of(Role.READER);

    @Autowired private MeterRegistry meters;
    @LocalServerPort private int port;
    @LocalManagementPort private int managementPort;

    private EventQueue queue;

    @BeforeEach
    void connect() {
        queue = EventQueue.named("tillstream-warehouse");
    }

    @AfterEach
    void disconnect() {
        queue.close();
    }

    @Test
    void anEventDeliveredSeveralTimesCountsOnce() {
        double repeatedBefore = counted("repeated");
        for (int i = 0; i < 5; i++) {
            queue.send(sale(item, "r-1", 1, 6));
        }

        await().atMost(SOON).until(() -> counted("repeated") - repeatedBefore == 4);
        assertThat(level()).contains("\"level\":-6").contains("\"negative\":true");
    }

    @Test
    void manyEventsOfOneItemAddUp() {
        double recordedBefore = counted("recorded");
        List<StoreEvent> events = new ArrayList<>();
        events.add(change(item, "count", 5, StockChange.COUNTED, 1000));
        events.add(change(item, "delivery", 20, StockChange.RECEIVED, 50));
        events.add(takenBack(item, "return", 20, 3));
        for (int second = 0; second < 20; second++) {
            events.add(sale(item, "r-" + second, second, 1));
        }
        queue.sendAll(events.reversed());

        await().atMost(SOON).until(() -> counted("recorded") - recordedBefore == events.size());
        // 14 of the sales are behind the count's second.
        assertThat(level()).contains("\"level\":1039").contains("2010-12-01T08:26:05Z");
    }

    @Test
    void whatIsNoEventEndsInTheDeadLetterQueue() {
        String body = "no event " + UUID.randomUUID();
        double undecodableBefore = counted("undecodable");
        queue.send(body);

        try (EventQueue deadLetters = EventQueue.named("tillstream-warehouse-dlq")) {
            await().atMost(SOON).until(() -> deadLetters.receive().contains(body));
        }
        assertThat(counted("undecodable") - undecodableBefore).isEqualTo(5);
    }

    @Test
    void onlyReadersAndAdminsRead() {
        assertThat(status("/stock?store_id=a", "")).isEqualTo(401);
        assertThat(status("/stock?store_id=a", "Bearer nonsense")).isEqualTo(401);
        assertThat(status("/stock?store_id=a", Keys.ofStore("a"))).isEqualTo(403);
        assertThat(status("/stock?store_id=a", reader)).isEqualTo(200);
        assertThat(status("/stock?store_id=a", Keys.of(Role.ADMIN))).isEqualTo(200);
        assertThat(status("/anything", reader)).isEqualTo(403);
    }

    private int status(String path, String header) {
        return http.get()
                .uri("http://127.0.0.1:" + port + path)
                .header("Authorization", header)
                .exchange((request, response) -> response.getStatusCode().value());
    }

    @Test
    void dependenciesAreAskedAndProbesAnswer() {
        assertThat(health("/dependencies"))
                .contains(
                        "\"queue\"",
                        "\"ledgerTable\"",
                        "\"levelsTable\"",
                        "\"storeKeys\"",
                        "\"UP\"")
                .doesNotContain("DOWN");
        assertThat(health("/liveness")).contains("UP");
        assertThat(health("/readiness")).contains("UP");
    }

    private String level() {
        return get(
                "http://127.0.0.1:" + port + "/stock/item?store_id={store}&sku={sku}",
                item.storeId().value(),
                item.sku().value());
    }

    private String health(String path) {
        return get("http://127.0.0.1:" + managementPort + "/actuator/health" + path);
    }

    private String get(String uri, Object... variables) {
        return String.valueOf(
                http.get()
                        .uri(uri, variables)
                        .header("Authorization", reader)
                        .retrieve()
                        .body(String.class));
    }

    private double counted(String outcome) {
        return meters.get("tillstream.warehouse.messages")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
