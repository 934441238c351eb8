package dev.tillstream.warehouse.dynamodb;

import static dev.tillstream.warehouse.stock.StockFixture.START;
import static dev.tillstream.warehouse.stock.StockFixture.counted;
import static dev.tillstream.warehouse.stock.StockFixture.received;
import static dev.tillstream.warehouse.stock.StockFixture.sold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tillstream.consumer.outbox.OutboxMarks;
import dev.tillstream.consumer.outbox.OutboxSettings;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StoreId;
import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.warehouse.stock.LedgerEntries;
import dev.tillstream.warehouse.stock.LedgerEntry;
import dev.tillstream.warehouse.stock.LedgerPage;
import dev.tillstream.warehouse.stock.LedgerPosition;
import dev.tillstream.warehouse.stock.LevelPage;
import dev.tillstream.warehouse.stock.LevelQuery;
import dev.tillstream.warehouse.stock.Recording;
import dev.tillstream.warehouse.stock.Replay;
import dev.tillstream.warehouse.stock.StockFixture;
import dev.tillstream.warehouse.stock.StockItem;
import dev.tillstream.warehouse.stock.StockLevel;
import dev.tillstream.warehouse.stock.alarm.Alarm;
import dev.tillstream.warehouse.stock.alarm.Alert;
import dev.tillstream.warehouse.stock.alarm.Crossing;
import dev.tillstream.warehouse.stock.alarm.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
class DynamoDbStockBookIT {

    private static final String LEDGER = "tillstream-stock-ledger";
    private static final OutboxSettings SETTINGS =
            new OutboxSettings(
                    "tillstream",
                    Duration.ofSeconds(5),
                    1,
                    Duration.ZERO,
                    10,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(15));

    private final String prefix = UUID.randomUUID() + "/";
    private final StockItem item = StockFixture.item(prefix + "#1%23", "CAKE STAND 1/2 #3");
    private final AtomicInteger lost = new AtomicInteger();

    private Instant now = START;
    private final InstantSource clock = () -> now;

    private DynamoDbClient client;
    private DynamoDbStockBook book;
    private OutboxMarks marks;

    private final List<Alarm> told = new CopyOnWriteArrayList<>();

    @BeforeEach
    void connect() {
        client = DynamoDbClient.create();
        marks = new OutboxMarks(client, LEDGER, List.of("change_id"), SETTINGS, clock);
        book = book(client, 20);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eventsAtOnceInAnyOrderWithRepeatsGiveWhatTheLedgerSaysInTheOrderOfTime(long seed)
            throws Exception {
        Random random = new Random(seed);
        List<LedgerEntry> happened = LedgerEntries.of(item, "r-", 60, random);
        List<LedgerEntry> arrivals = new ArrayList<>(happened);
        arrivals.addAll(happened.subList(0, 20));
        Collections.shuffle(arrivals, random);

        assertThat(recordAtOnce(arrivals))
                .doesNotContain(Recording.CONFLICT)
                .filteredOn(Recording.RECORDED::equals)
                .hasSize(happened.size());

        assertThat(ledger()).containsExactlyInAnyOrderElementsOf(happened);
        assertThat(onHand()).isEqualTo(Replay.onHand(happened));
    }

    @Test
    void aRepeatChangesNothingAndOtherContentLoses() {
        book.record(received(item, "a", 1, 10));

        assertThat(book.record(received(item, "a", 1, 10))).isEqualTo(Recording.REPEATED);
        assertThat(book.record(received(item, "a", 1, 11))).isEqualTo(Recording.CONFLICT);
        assertThat(book.record(counted(item, "a", 1, 7))).isEqualTo(Recording.CONFLICT);
        assertThat(onHand()).isEqualTo(10);
    }

    @Test
    void aRepeatedCountIsRecognisedThoughItIsTheLevelsLast() {
        book.record(counted(item, "a", 1, 7));

        assertThat(book.record(counted(item, "a", 1, 7))).isEqualTo(Recording.REPEATED);
        assertThat(book.record(counted(item, "a", 1, 8))).isEqualTo(Recording.CONFLICT);
        assertThat(onHand()).isEqualTo(7);
    }

    @Test
    void aMoveThatACountCoversIsInTheLedgerOnly() {
        book.record(counted(item, "a", 2, 100));

        assertThat(book.record(sold(item, "b", 2, 6))).isEqualTo(Recording.RECORDED);
        assertThat(book.record(sold(item, "b", 2, 6))).isEqualTo(Recording.REPEATED);
        assertThat(ledger()).hasSize(2);
        assertThat(onHand()).isEqualTo(100);
    }

    @Test
    void aCountWaitsForAnIndexThatIsBehind() {
        book.record(sold(item, "a", 3, 5));

        assertThat(book(LaggingIndex.of(client, 2), 8).record(counted(item, "b", 2, 100)))
                .isEqualTo(Recording.RECORDED);

        assertThat(lost).hasValue(2);
        assertThat(onHand()).isEqualTo(95);
    }

    @Test
    void aCountThatTheIndexKeepsWaitingGoesBackUnwritten() {
        book.record(sold(item, "a", 3, 5));
        LedgerEntry count = counted(item, "b", 2, 100);

        assertThatThrownBy(() -> book(LaggingIndex.of(client, 100), 3).record(count))
                .isInstanceOf(ContendedException.class);
        assertThat(onHand()).isEqualTo(-5);
        assertThat(ledger()).hasSize(1);

        assertThat(book.record(count)).isEqualTo(Recording.RECORDED);
        assertThat(onHand()).isEqualTo(95);
    }

    @Test
    void pagesThroughAStoreBySkuAndEndsExactly() {
        for (String sku : List.of("C", "A/1", "B", "ä")) {
            book.record(sold(StockFixture.item(prefix, sku), sku, 1, 1));
        }

        List<String> seen = new ArrayList<>();
        Sku after = null;
        int pages = 0;
        do {
            LevelPage page = book.levels(LevelQuery.all(new StoreId(prefix)), 2, after);
            page.levels().forEach(level -> seen.add(level.item().sku().value()));
            after = page.last();
            pages++;
        } while (after != null);

        assertThat(seen).containsExactly("A/1", "B", "C", "ä");
        assertThat(pages).isEqualTo(2);
    }

    @Test
    void namesThatHoldTheSeparatorStayApart() {
        StockItem one = StockFixture.item(prefix + "a#b", "c");
        StockItem other = StockFixture.item(prefix + "a", "b#c");
        book.record(sold(one, "a", 3, 1));
        book.record(sold(other, "a", 3, 10));
        book.record(counted(one, "b", 2, 100));

        assertThat(book.level(one).orElseThrow().onHand()).isEqualTo(99);
        assertThat(book.level(other).orElseThrow().onHand()).isEqualTo(-10);
    }

    @Test
    void aLevelThatCrossesAThresholdIsToldOnceAndUpwardsNever() {
        book.record(received(item, "a", 1, 12));
        book.record(sold(item, "b", 2, 2));
        assertThat(told).isEmpty();

        book.record(sold(item, "c", 3, 1));
        book.record(sold(item, "c", 3, 1));
        book.record(sold(item, "d", 4, 9));
        assertThat(told)
                .singleElement()
                .isEqualTo(
                        new Alarm(
                                sold(item, "c", 3, 1), List.of(new Crossing(Alert.LOW, 10)), 9, 3));

        book.record(received(item, "e", 5, 20));
        book.record(sold(item, "f", 6, 25));
        assertThat(told).hasSize(2);
        assertThat(told.getLast().crossings())
                .extracting(Crossing::alert)
                .containsExactly(Alert.LOW, Alert.NEGATIVE);
        assertThat(told.getLast().level()).isEqualTo(-5);
    }

    @Test
    void aCountCrossesToo() {
        book.record(received(item, "a", 1, 12));
        book.record(sold(item, "b", 5, 1));

        book.record(counted(item, "c", 3, 4));

        assertThat(told)
                .singleElement()
                .isEqualTo(
                        new Alarm(
                                counted(item, "c", 3, 4),
                                List.of(new Crossing(Alert.LOW, 10)),
                                3,
                                3));
    }

    @Test
    void ofManySalesAtOnceOneCrossesEachThreshold() throws Exception {
        List<LedgerEntry> entries = new ArrayList<>();
        book.record(received(item, "start", 1, 60));
        for (int i = 0; i < 80; i++) {
            entries.add(sold(item, "r-" + i, 2 + i, 1));
        }

        recordAtOnce(entries);

        assertThat(onHand()).isEqualTo(-20);
        assertThat(told)
                .flatExtracting(Alarm::crossings)
                .extracting(Crossing::alert)
                .containsExactlyInAnyOrder(Alert.LOW, Alert.NEGATIVE);
    }

    @Test
    void anAlarmThatWasNotToldIsTakenUntilItIs() {
        book.record(sold(item, "a", 1, 1));
        var alarms = new DynamoDbAlarms(client, LEDGER, marks);
        assertThat(taken(alarms)).isEmpty();

        now = START.plusSeconds(10);
        await().until(() -> taken(alarms), told::equals);
        assertThat(taken(alarms)).isEmpty();

        now = START.plusSeconds(60);
        await().until(() -> taken(alarms), told::equals);
        alarms.told(told.getFirst());
        now = START.plusSeconds(120);
        assertThat(taken(alarms)).isEmpty();
        assertThat(book.record(sold(item, "a", 1, 1))).isEqualTo(Recording.REPEATED);
    }

    /** Others' alarms of this table are due too. */
    private List<Alarm> taken(DynamoDbAlarms alarms) {
        return alarms.takeUntold(1000).stream()
                .filter(alarm -> alarm.cause().item().equals(item))
                .toList();
    }

    @Test
    void findsLevelsByCategoryAndBelowSomething() {
        for (int i = 0; i < 9; i++) {
            book.record(received(StockFixture.item(prefix, "s" + i), "r" + i, 1, i));
        }

        var low = new LevelQuery(new StoreId(prefix), "Home", 5);
        LevelPage first = book.levels(low, 3, null);
        LevelPage second = book.levels(low, 3, first.last());

        assertThat(first.levels()).extracting(StockLevel::onHand).containsExactly(0L, 1L, 2L);
        assertThat(second.levels()).extracting(StockLevel::onHand).containsExactly(3L, 4L);
        assertThat(second.last()).isNull();
        assertThat(
                        book.levels(new LevelQuery(new StoreId(prefix), "Garden", null), 3, null)
                                .levels())
                .isEmpty();
    }

    @Test
    void pagesThroughALedgerFromTheLatestBack() {
        for (int second : new int[] {3, 1, 2, 5, 4}) {
            book.record(sold(item, "r-" + second, second, 1));
        }

        List<String> seen = new ArrayList<>();
        LedgerPosition after = null;
        do {
            LedgerPage page = book.ledger(item, 2, after);
            page.entries().forEach(entry -> seen.add(entry.requestId().value()));
            after = page.last();
        } while (after != null);

        assertThat(seen).containsExactly("r-5", "r-4", "r-3", "r-2", "r-1");
    }

    private DynamoDbStockBook book(DynamoDbClient with, int attempts) {
        return new DynamoDbStockBook(
                new LedgerTable(with, LEDGER, marks),
                new LevelTable(with, "tillstream-stock-levels"),
                new BookTransaction(with),
                new Retries(attempts, lost::incrementAndGet),
                new Thresholds(10, Map.of("Garden", 50)),
                told::add);
    }

    private List<Recording> recordAtOnce(List<LedgerEntry> entries) throws Exception {
        List<Callable<Recording>> tasks = new ArrayList<>();
        entries.forEach(entry -> tasks.add(() -> recordAsTheQueueDoes(entry)));
        List<Recording> recordings = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (Future<Recording> recording : threads.invokeAll(tasks)) {
                recordings.add(recording.get());
            }
        }
        return recordings;
    }

    /** What is contended comes again. */
    private Recording recordAsTheQueueDoes(LedgerEntry entry) {
        for (int receives = 1; receives < 5; receives++) {
            try {
                return book.record(entry);
            } catch (ContendedException e) {
                assertThat(e).hasMessageContaining("Lost");
            }
        }
        return book.record(entry);
    }

    private long onHand() {
        return book.level(item).orElseThrow().onHand();
    }

    private List<LedgerEntry> ledger() {
        return client
                .scanPaginator(scan ->
                        scan.tableName(LEDGER)
                                .filterExpression("store_id = :store")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":store",
                                                AttributeValue.fromS(item.storeId().value()))))
                .items()
                .stream()
                .map(LedgerItem::read)
                .toList();
    }
}
