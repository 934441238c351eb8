package dev.tillstream.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.consumer.fixture.BusTap;
import dev.tillstream.consumer.fixture.EventQueue;
import dev.tillstream.contract.StockChange;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.StoreId;
import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.warehouse.stock.LedgerEntry;
import dev.tillstream.warehouse.stock.LedgerPage;
import dev.tillstream.warehouse.stock.LedgerPosition;
import dev.tillstream.warehouse.stock.Replay;
import dev.tillstream.warehouse.stock.StockBook;
import dev.tillstream.warehouse.stock.StockFixture;
import dev.tillstream.warehouse.stock.StockItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The law of stock, over the real queue: level and ledger agree, whatever came how often when. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "tillstream.warehouse.sqs.poll=1s",
            "tillstream.warehouse.sqs.first-retry=1s"
        })
@DirtiesContext
class AnyDeliveryIT {

    private static final String QUEUE = "any-delivery-" + UUID.randomUUID();

    private static final Duration SOON = Duration.ofSeconds(90);

    private final String store = "any/" + UUID.randomUUID();

    @Autowired private StockBook book;

    @DynamicPropertySource
    static void queue(DynamicPropertyRegistry properties) {
        properties.add("tillstream.warehouse.sqs.queue", () -> QUEUE);
    }

    @BeforeAll
    static void createQueue() {
        EventQueue.created(QUEUE).close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyEventDeliveredOneToFiveTimesInAnyOrderLeavesTheRightStock(long seed) {
        Random random = new Random(seed);
        List<StockItem> items =
                List.of(StockFixture.item(store, "a"), StockFixture.item(store, "b/2"));
        List<StoreEvent> events = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            events.add(event(items.get(i % 2), "r-" + i, random));
        }
        List<StoreEvent> deliveries = new ArrayList<>();
        for (StoreEvent event : events) {
            deliveries.addAll(Collections.nCopies(random.nextInt(1, 6), event));
        }
        Collections.shuffle(deliveries, random);

        try (EventQueue queue = EventQueue.named(QUEUE)) {
            queue.sendAll(deliveries);
            await().atMost(SOON).until(() -> queue.size() == 0);
        }

        for (StockItem item : items) {
            List<LedgerEntry> happened =
                    events.stream()
                            .map(event -> LedgerEntry.of(event).orElseThrow())
                            .filter(entry -> entry.item().equals(item))
                            .toList();
            assertThat(ledger(item)).containsExactlyInAnyOrderElementsOf(happened);
            assertThat(book.level(item).orElseThrow().onHand()).isEqualTo(Replay.onHand(happened));
        }
    }

    @Test
    void theBusIsToldOnceOfEachCrossingHoweverOftenItsCauseComes() {
        StockItem item = StockFixture.item(store, "a");
        try (BusTap tap = BusTap.of("stock-events", new StoreId(store));
                EventQueue queue = EventQueue.named(QUEUE)) {
            queue.send(StockFixture.change(item, "start", 0, StockChange.RECEIVED, 12));
            await().atMost(SOON).until(() -> queue.size() == 0);
            StoreEvent low = StockFixture.sale(item, "low", 1, 3);
            queue.sendAll(Collections.nCopies(5, low));
            await().atMost(SOON).until(() -> queue.size() == 0);
            StoreEvent negative = StockFixture.sale(item, "negative", 2, 10);
            queue.sendAll(Collections.nCopies(5, negative));

            await().atMost(SOON).until(() -> tap.heard().size() == 2);
            assertThat(tap.identities())
                    .containsExactlyInAnyOrder(
                            low.identity().id() + "-low", negative.identity().id() + "-negative");
        }
    }

    private static StoreEvent event(StockItem item, String id, Random random) {
        int second = random.nextInt(12);
        return switch (random.nextInt(6)) {
            case 0, 1 -> StockFixture.sale(item, id, second, random.nextInt(1, 10));
            case 2 -> StockFixture.takenBack(item, id, second, random.nextInt(1, 10));
            case 3 ->
                    StockFixture.change(item, id, second, StockChange.RECEIVED, random.nextInt(50));
            case 4 ->
                    StockFixture.change(
                            item, id, second, StockChange.ADJUSTED, random.nextInt(-9, 10));
            default ->
                    StockFixture.change(item, id, second, StockChange.COUNTED, random.nextInt(100));
        };
    }

    private List<LedgerEntry> ledger(StockItem item) {
        List<LedgerEntry> entries = new ArrayList<>();
        LedgerPosition after = null;
        do {
            LedgerPage page = book.ledger(item, 10, after);
            entries.addAll(page.entries());
            after = page.last();
        } while (after != null);
        return entries;
    }
}
