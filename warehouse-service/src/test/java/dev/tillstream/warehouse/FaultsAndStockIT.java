package dev.tillstream.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.consumer.fixture.BusTap;
import dev.tillstream.consumer.fixture.EventQueue;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.StoreId;
import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.local.testing.fault.Fault;
import dev.tillstream.local.testing.fault.Faults;
import dev.tillstream.warehouse.stock.StockBook;
import dev.tillstream.warehouse.stock.StockFixture;
import dev.tillstream.warehouse.stock.StockItem;
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

/** Bad days of AWS: the level is right in the end, and nothing counts twice. */
@ExtendWith(LocalAwsExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "tillstream.warehouse.sqs.poll=1s",
            "tillstream.warehouse.sqs.first-retry=1s",
            "tillstream.outbox.overdue=1s",
            "tillstream.outbox.claim=2s",
            "tillstream.outbox.sweep=200ms",
            "tillstream.outbox.longest-rest=1s"
        })
@DirtiesContext
class FaultsAndStockIT {

    private static final String QUEUE = "faults-" + UUID.randomUUID();

    private static final Duration SOON = Duration.ofMinutes(1);

    private final String store = "faults/" + UUID.randomUUID();
    private final StockItem item = StockFixture.item(store, "85123A");

    @Autowired private StockBook book;
    @Autowired private MeterRegistry meters;

    private EventQueue queue;
    private EventQueue deadLetters;
    private Faults faults;

    @DynamicPropertySource
    static void queue(DynamicPropertyRegistry properties) {
        properties.add("tillstream.warehouse.sqs.queue", () -> QUEUE);
    }

    @BeforeAll
    static void createQueue() {
        EventQueue.created(QUEUE).close();
    }

    @BeforeEach
    void connect() {
        queue = EventQueue.named(QUEUE);
        deadLetters = EventQueue.named(EventQueue.deadLettersOf(QUEUE));
        faults = LocalAwsExtension.faults();
    }

    @AfterEach
    void disconnect() {
        faults.close();
        deadLetters.close();
        queue.close();
    }

    @Test
    void transactionsThatConflictAreTriedAgain() {
        double contendedBefore = meters.get("tillstream.warehouse.contention").counter().count();
        faults.add(Fault.conflict().on("dynamodb", "TransactWriteItems").probability(0.4).seed(1));

        sell(50);

        assertThat(level()).isEqualTo(-50);
        assertThat(meters.get("tillstream.warehouse.contention").counter().count())
                .isGreaterThan(contendedBefore);
    }

    @Test
    void tablesThatAreThrottledAndAwayForAWhileLoseNothing() {
        int deadBefore = deadLetters.size();
        faults.add(Fault.throttle().on("dynamodb").probability(0.3).seed(2));
        faults.add(Fault.outage(Duration.ofSeconds(3)).on("dynamodb"));

        sell(50);

        assertThat(level()).isEqualTo(-50);
        assertThat(deadLetters.size()).isEqualTo(deadBefore);
    }

    @Test
    void repliesThatAreLostCountNothingTwice() {
        faults.add(Fault.lostReply().on("dynamodb", "TransactWriteItems").probability(0.5).seed(3));

        sell(50);

        assertThat(level()).isEqualTo(-50);
    }

    @Test
    void whatTheBusCouldNotBeToldItIsToldLater() {
        try (BusTap tap = BusTap.of("stock-events", new StoreId(store))) {
            faults.add(Fault.outage(Duration.ofSeconds(3)).on("events", "PutEvents"));

            sell(1);

            await().atMost(SOON).until(() -> tap.identities().size() == 1);
            assertThat(tap.identities().getFirst()).endsWith("-negative");
        }
    }

    private void sell(int count) {
        List<? extends StoreEvent> sales =
                IntStream.range(0, count)
                        .mapToObj(i -> StockFixture.sale(item, "r-" + i, i, 1))
                        .toList();
        queue.sendAll(sales);
        await().atMost(SOON).until(() -> queue.size() == 0);
    }

    private long level() {
        return book.level(item).orElseThrow().onHand();
    }
}
