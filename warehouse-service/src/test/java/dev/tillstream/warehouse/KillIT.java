package dev.tillstream.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.consumer.fixture.BusTap;
import dev.tillstream.consumer.fixture.EventQueue;
import dev.tillstream.contract.StockChange;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.StoreId;
import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.local.testing.process.ServiceProcess;
import dev.tillstream.warehouse.stock.StockFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** The packaged service, killed while it works. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
class KillIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int ITEMS = 20;
    private static final int SALES = 500;
    private static final int RECEIVED = 20;

    /** Each item is sold out and five pieces more: its level falls below ten once, and zero. */
    private static final int LEFT = RECEIVED - SALES / ITEMS;

    private final String name = "kill-" + UUID.randomUUID();
    private final DynamoDbClient dynamo = DynamoDbClient.create();

    @AfterEach
    void disconnect() {
        dynamo.close();
    }

    @Test
    void killedTwiceEachSaleIsOneLedgerEntryAndEachCrossingIsTold() {
        try (BusTap tap = BusTap.of("stock-events", new StoreId(name));
                EventQueue queue = EventQueue.created(name)) {
            ServiceProcess first = start();
            queue.sendAll(events(ITEMS, this::received));
            await().atMost(SOON).until(() -> onHand() == ITEMS * RECEIVED);
            queue.sendAll(events(SALES, this::sale));
            killAfter(20, first);
            killAfter(150, start());

            try (ServiceProcess last = start()) {
                await().atMost(SOON).until(() -> queue.size() == 0);
                await().atMost(SOON).until(() -> tap.identities().size() == 2 * ITEMS);
                assertThat(last.metric("tillstream.warehouse.messages", "outcome:failed")).isZero();
            }
        }
        assertThat(onHand()).isEqualTo(ITEMS * LEFT);
        assertThat(IntStream.range(0, ITEMS).map(this::ledgerEntries))
                .containsOnly(1 + SALES / ITEMS);
    }

    private ServiceProcess start() {
        return ServiceProcess.start(
                Path.of(".."),
                "warehouse-service",
                LocalAwsExtension.endpoint(),
                Map.of(
                        "TILLSTREAM_WAREHOUSE_SQS_QUEUE", name,
                        "TILLSTREAM_WAREHOUSE_SQS_VISIBILITY", "3s",
                        "TILLSTREAM_OUTBOX_OVERDUE", "1s"));
    }

    private void killAfter(int sold, ServiceProcess service) {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(SOON)
                .until(() -> onHand() < ITEMS * RECEIVED - sold);
        service.kill();
    }

    private static List<StoreEvent> events(int count, IntFunction<StoreEvent> event) {
        return IntStream.range(0, count).mapToObj(event).toList();
    }

    private StoreEvent received(int item) {
        return StockFixture.change(
                StockFixture.item(name, sku(item)),
                "received-" + item,
                0,
                StockChange.RECEIVED,
                RECEIVED);
    }

    private StoreEvent sale(int sale) {
        return StockFixture.sale(StockFixture.item(name, sku(sale % ITEMS)), "r-" + sale, 1, 1);
    }

    private static String sku(int item) {
        return "sku-" + item;
    }

    /** Pieces of all items together. */
    private int onHand() {
        return dynamo
                .query(query ->
                        query.tableName("tillstream-stock-levels")
                                .consistentRead(true)
                                .keyConditionExpression("store_id = :store")
                                .expressionAttributeValues(
                                        Map.of(":store", AttributeValue.fromS(name))))
                .items()
                .stream()
                .mapToInt(level -> Integer.parseInt(level.get("on_hand").n()))
                .sum();
    }

    private int ledgerEntries(int item) {
        return dynamo.query(query ->
                        query.tableName("tillstream-stock-ledger")
                                .indexName("item-index")
                                .keyConditionExpression("#item = :item")
                                .expressionAttributeNames(Map.of("#item", "item"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":item",
                                                AttributeValue.fromS(name + "#" + sku(item))))
                                .select(Select.COUNT))
                .count();
    }
}
