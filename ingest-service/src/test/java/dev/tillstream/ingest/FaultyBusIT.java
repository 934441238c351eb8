package dev.tillstream.ingest;

import static dev.tillstream.ingest.intake.EventFixture.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.ingest.Till.Answer;
import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.local.testing.fault.ActiveFault;
import dev.tillstream.local.testing.fault.Fault;
import dev.tillstream.local.testing.fault.Faults;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * On a bus that fails in every way it can: what is answered as accepted is on the bus, and a till
 * that sends again what it is told to gets everything there.
 */
@ExtendWith(LocalAwsExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "tillstream.ingest.bus.attempts=2",
            "tillstream.ingest.bus.backoff=5ms"
        })
class FaultyBusIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** {@code -Dtillstream.outage=60}: how many seconds the bus is gone. */
    private static final Duration OUTAGE =
            Duration.ofSeconds(Integer.getInteger("tillstream.outage", 3));

    private final String id = UUID.randomUUID().toString();
    private final Set<String> accepted = new HashSet<>();
    private Till till;
    private Till operator;
    private SqsClient sqs;
    private Subscriber warehouse;
    private Faults faults;

    @BeforeEach
    void connect(@LocalServerPort int port, @LocalManagementPort int managementPort) {
        till = new Till(port, Keys.ofStore("store_2"));
        operator = new Till(managementPort);
        sqs = SqsClient.create();
        warehouse = new Subscriber(sqs, "tillstream-warehouse");
        faults = LocalAwsExtension.faults();
    }

    @AfterEach
    void disconnect() {
        faults.close();
        sqs.close();
    }

    @Test
    void losesNothingWhenThreeOfTenEntriesFail() {
        losesNothing(Fault.partial(0.3).on("events", "PutEvents").probability(0.9).seed(7));
    }

    @Test
    void losesNothingWhenItIsThrottled() {
        losesNothing(Fault.throttle().on("events", "PutEvents").probability(0.7).seed(7));
    }

    @Test
    void losesNothingWhenTheBusHasErrors() {
        losesNothing(Fault.error().on("events", "PutEvents").probability(0.7).seed(7));
    }

    @Test
    void losesNothingWhenTheReplyIsLostAfterTheBusTookIt() {
        losesNothing(Fault.lostReply().on("events", "PutEvents").probability(0.7).seed(7));
    }

    @Test
    void comesBackByItselfWhenTheBusDoes() {
        faults.add(Fault.outage(OUTAGE).on("events"));

        Answer during = till.post(sale(id + "-0", "1"));
        assertThat(during.status()).isEqualTo(503);
        assertThat(during.header("Retry-After")).isEqualTo("2");
        assertThat(during.code(0)).isEqualTo("bus-unavailable");
        assertThat(operator.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(operator.get("/actuator/health/dependencies").status()).isEqualTo(503);

        Set<String> ids = ids(50);
        sendUntilAllAreAccepted(ids, OUTAGE.plus(PATIENCE));

        arrived(ids);
        assertThat(operator.get("/actuator/health/dependencies").status()).isEqualTo(200);
    }

    private void losesNothing(Fault fault) {
        ActiveFault active = faults.add(fault);
        Set<String> ids = ids(200);

        sendUntilAllAreAccepted(ids, PATIENCE);

        assertThat(active.hits()).isPositive();
        arrived(ids);
    }

    /** As a till does: what was not accepted again, and nothing else. */
    private void sendUntilAllAreAccepted(Set<String> ids, Duration bound) {
        Set<String> open = new LinkedHashSet<>(ids);
        await().atMost(bound).until(() -> send(open).isEmpty());
        assertThat(accepted).containsExactlyInAnyOrderElementsOf(ids);
    }

    private Set<String> send(Set<String> open) {
        List<String> sent = List.copyOf(open);
        Answer answer =
                till.post(
                        sent.stream()
                                .map(event -> sale(event, "1"))
                                .collect(Collectors.joining(",", "[", "]")));
        assertThat(answer.status()).isIn(202, 207, 503);
        assertThat(answer.json().at("/items").size()).isEqualTo(sent.size());
        for (int i = 0; i < sent.size(); i++) {
            if (answer.code(i).isEmpty()) {
                assertThat(accepted.add(sent.get(i))).isTrue();
                open.remove(sent.get(i));
            } else {
                assertThat(answer.json().at("/items/" + i + "/error/retryable").asBoolean())
                        .isTrue();
            }
        }
        return open;
    }

    private void arrived(Set<String> ids) {
        await().atMost(PATIENCE).until(() -> warehouse.received().keySet().containsAll(ids));
        assertThat(
                        warehouse.received().keySet().stream()
                                .filter(event -> event.startsWith(id))
                                .toList())
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    private Set<String> ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> id + "-" + i)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
