package dev.tillstream.dispatch;

import static dev.tillstream.dispatch.order.SaleFixture.TIME;
import static dev.tillstream.dispatch.order.SaleFixture.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.consumer.fixture.BusTap;
import dev.tillstream.consumer.fixture.EventQueue;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreId;
import dev.tillstream.dispatch.order.Order;
import dev.tillstream.dispatch.order.OrderQuery;
import dev.tillstream.dispatch.order.Orders;
import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.local.testing.fault.Fault;
import dev.tillstream.local.testing.fault.Faults;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Bad days of AWS: what was promised comes in the end, and nothing twice. */
@ExtendWith(LocalAwsExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "tillstream.dispatch.sqs.poll=1s",
            "tillstream.dispatch.sqs.visibility=4s",
            "tillstream.dispatch.sqs.first-retry=1s",
            "tillstream.outbox.overdue=1s",
            "tillstream.outbox.claim=2s",
            "tillstream.outbox.sweep=200ms",
            "tillstream.outbox.longest-rest=1s"
        })
@DirtiesContext
class FaultsAndOrdersIT {

    private static final String QUEUE = "faults-" + UUID.randomUUID();

    private static final Duration SOON = Duration.ofMinutes(1);

    private final StoreId store = new StoreId("faults/" + UUID.randomUUID());

    @Autowired private Orders orders;
    @Autowired private MeterRegistry meters;

    private EventQueue queue;
    private EventQueue deadLetters;
    private BusTap tap;
    private Faults faults;

    @DynamicPropertySource
    static void queue(DynamicPropertyRegistry properties) {
        properties.add("tillstream.dispatch.sqs.queue", () -> QUEUE);
    }

    @BeforeAll
    static void createQueue() {
        EventQueue.created(QUEUE).close();
    }

    @BeforeEach
    void connect() {
        queue = EventQueue.named(QUEUE);
        deadLetters = EventQueue.named(EventQueue.deadLettersOf(QUEUE));
        tap = BusTap.of("order-events", store);
        faults = LocalAwsExtension.faults();
    }

    @AfterEach
    void disconnect() {
        faults.close();
        tap.close();
        deadLetters.close();
        queue.close();
    }

    @Test
    void aTableThatIsThrottledAndAwayForAWhileLosesNothing() {
        int deadBefore = deadLetters.size();
        faults.add(Fault.throttle().on("dynamodb").probability(0.3).seed(1));
        queue.sendAll(sales(50));
        faults.add(Fault.outage(Duration.ofSeconds(3)).on("dynamodb"));

        await().atMost(SOON).until(() -> tap.identities().size() == 50);

        assertThat(placed()).hasSize(50);
        await().atMost(SOON).until(() -> queue.size() == 0);
        assertThat(deadLetters.size()).isEqualTo(deadBefore);
    }

    @Test
    void repliesThatAreLostMakeNoSecondOrder() {
        faults.add(Fault.lostReply().on("dynamodb", "PutItem").probability(0.5).seed(2));
        faults.add(Fault.lostReply().on("sqs", "DeleteMessageBatch").count(3));
        queue.sendAll(sales(50));

        await().atMost(SOON).until(() -> tap.identities().size() == 50);
        await().atMost(SOON).until(() -> queue.size() == 0);

        assertThat(placed()).hasSize(50);
    }

    @Test
    void whileTheBusIsDownTheOutboxFillsAndIsEmptiedAfterwards() {
        faults.add(Fault.outage(Duration.ofSeconds(4)).on("events", "PutEvents"));
        queue.sendAll(sales(100));

        await().atMost(SOON).until(() -> placed().size() == 100 && queue.size() == 0);
        assertThat(placed()).anyMatch(order -> order.announced() == 0);

        await().atMost(SOON).until(() -> tap.identities().size() == 100);
        await().atMost(SOON).until(() -> placed().stream().allMatch(o -> o.announced() == 1));
        assertThat(meters.get("tillstream.outbox.refused").counter().count()).isPositive();
        assertThat(meters.get("tillstream.outbox.overdue").counter().count()).isPositive();
    }

    @Test
    void workThatIsSlowerThanTheVisibilityTimeoutIsDoneOnce() {
        double retriesBefore = meters.get("tillstream.queue.retries").counter().count();
        faults.add(Fault.latency(Duration.ofSeconds(8)).on("dynamodb", "PutItem").count(1));
        queue.sendAll(sales(1));

        await().atMost(SOON).until(() -> placed().size() == 1 && queue.size() == 0);

        assertThat(meters.get("tillstream.queue.extensions").counter().count()).isPositive();
        assertThat(meters.get("tillstream.queue.retries").counter().count())
                .isEqualTo(retriesBefore);
    }

    @Test
    void poisonAmongGoodMessagesEndsInTheDeadLetterQueueAlone() {
        String poison = "poison " + UUID.randomUUID();
        queue.send(poison);
        queue.sendAll(sales(30));
        queue.send(poison);

        await().atMost(SOON).until(() -> placed().size() == 30 && queue.size() == 0);

        await().atMost(SOON).until(() -> deadLetters.receive().contains(poison));
    }

    private List<SaleRecorded> sales(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> sale(store, "r-" + i, TIME, "1", false))
                .toList();
    }

    private List<Order> placed() {
        return orders.find(OrderQuery.all(store), 200, null).orders();
    }
}
