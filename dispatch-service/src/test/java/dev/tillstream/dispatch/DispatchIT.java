package dev.tillstream.dispatch;

import static dev.tillstream.dispatch.order.SaleFixture.TIME;
import static dev.tillstream.dispatch.order.SaleFixture.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.access.key.Role;
import dev.tillstream.consumer.fixture.BusTap;
import dev.tillstream.consumer.fixture.EventQueue;
import dev.tillstream.consumer.fixture.Keys;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreId;
import dev.tillstream.local.testing.LocalAwsExtension;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
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
import org.springframework.http.HttpMethod;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.client.RestClient;

/** The whole service between a real queue and a real table. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "tillstream.dispatch.sqs.poll=1s"})
@DirtiesContext
class DispatchIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final StoreId store = new StoreId("store/" + UUID.randomUUID());
    private final RestClient http = RestClient.create();
    private final String reader = Keys.of(Role.READER);

    @Autowired private MeterRegistry meters;
    @LocalServerPort private int port;
    @LocalManagementPort private int managementPort;

    private EventQueue queue;

    @BeforeEach
    void connect() {
        queue = EventQueue.named("tillstream-dispatch");
    }

    @AfterEach
    void disconnect() {
        queue.close();
    }

    @Test
    void aSaleDeliveredSeveralTimesIsOneOrder() {
        double repeatedBefore = counted("repeated");
        for (int i = 0; i < 5; i++) {
            queue.send(sale(store, "r-1", TIME, "15.30", false));
        }

        await().atMost(SOON).until(() -> counted("repeated") - repeatedBefore == 4);
        assertThat(ordersOfStore()).containsOnlyOnce("\"order_id\"").contains("\"sales\":15.30");
    }

    @Test
    void aReturnIsAcknowledgedWithoutAnOrder() {
        double ignoredBefore = counted("ignored");
        queue.send(sale(store, "r-1", TIME, "15.30", true));

        await().atMost(SOON).until(() -> counted("ignored") - ignoredBefore == 1);
        await().atMost(SOON).until(() -> queue.size() == 0);
        assertThat(ordersOfStore()).doesNotContain("order_id");
    }

    @Test
    void whatIsNoEventEndsInTheDeadLetterQueue() {
        String body = "no event " + UUID.randomUUID();
        double undecodableBefore = counted("undecodable");
        queue.send(body);

        try (EventQueue deadLetters = EventQueue.named("tillstream-dispatch-dlq")) {
            await().atMost(SOON).until(() -> deadLetters.receive().contains(body));
        }
        assertThat(counted("undecodable") - undecodableBefore).isEqualTo(5);
    }

    @Test
    void onlyReadersAndAdminsRead() {
        assertThat(status("/orders?store_id=a", "")).isEqualTo(401);
        assertThat(status("/orders?store_id=a", "Bearer nonsense")).isEqualTo(401);
        assertThat(status("/orders?store_id=a", Keys.ofStore("a"))).isEqualTo(403);
        assertThat(status("/orders?store_id=a", reader)).isEqualTo(200);
        assertThat(status("/orders?store_id=a", Keys.of(Role.ADMIN))).isEqualTo(200);
        assertThat(status("/anything", reader)).isEqualTo(403);
    }

    @Test
    void onlyAdminsMoveOrders() {
        String pick = "/orders/" + "0".repeat(32) + "/pick";
        assertThat(status(HttpMethod.POST, pick, reader)).isEqualTo(403);
        assertThat(status(HttpMethod.POST, pick, Keys.ofStore("a"))).isEqualTo(403);
        assertThat(status(HttpMethod.POST, pick, Keys.of(Role.ADMIN))).isEqualTo(404);
    }

    private int status(String path, String header) {
        return status(HttpMethod.GET, path, header);
    }

    private int status(HttpMethod method, String path, String header) {
        return http.method(method)
                .uri("http://127.0.0.1:" + port + path)
                .header("Authorization", header)
                .exchange((request, response) -> response.getStatusCode().value());
    }

    @Test
    void theBusIsToldOfEachStepOfAnOrder() {
        SaleRecorded sale = sale(store, "r-1", TIME, "15.30", false);
        String id = sale.identity().id();
        try (BusTap tap = BusTap.of("order-events", store)) {
            queue.send(sale);
            await().atMost(SOON).until(() -> ordersOfStore().contains("PENDING"));
            post("/orders/{id}/pick", id);
            post("/orders/{id}/dispatch", id);

            await().atMost(SOON).until(() -> tap.identities().size() == 3);
            assertThat(tap.identities()).containsExactly(id + "-1", id + "-2", id + "-3");
        }
    }

    @Test
    void dependenciesAreAskedAndProbesAnswer() {
        assertThat(health("/dependencies"))
                .contains(
                        "\"queue\"",
                        "\"ordersTable\"",
                        "tillstream-orders",
                        "\"storeKeys\"",
                        "\"UP\"")
                .doesNotContain("DOWN");
        assertThat(health("/liveness")).contains("UP");
        assertThat(health("/readiness")).contains("UP");
    }

    private String ordersOfStore() {
        return get("http://127.0.0.1:" + port + "/orders?store_id={store}", store.value());
    }

    private void post(String path, String id) {
        var reply =
                http.post()
                        .uri("http://127.0.0.1:" + port + path, id)
                        .header("Authorization", Keys.of(Role.ADMIN))
                        .retrieve()
                        .toBodilessEntity();
        assertThat(reply.getStatusCode().value()).isEqualTo(200);
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
        return meters.get("tillstream.dispatch.messages").tag("outcome", outcome).counter().count();
    }
}
