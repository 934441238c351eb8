package dev.tillstream.analytics.eventdata;

import static dev.tillstream.analytics.window.SaleFixture.NOON;
import static dev.tillstream.analytics.window.SaleFixture.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.contract.StoreEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

final class EventTableTest {

    private static final String TABLE = "events";

    private final Table table = new Table();

    @Test
    void keepsEveryEventUnderItsStoreTimeTypeAndRequest() {
        keep(sale("United Kingdom", "r-1", NOON, "7.50"));
        assertThat(table.items.values())
                .containsExactly(
                        Map.of(
                                "store_id",
                                AttributeValue.fromS("United Kingdom"),
                                "event",
                                AttributeValue.fromS("2026-11-21T12:00:00Z#sales-events#r-1"),
                                "detail",
                                AttributeValue.fromS(
                                        "{\"request_id\":\"r-1\",\"name\":\"Minotaur\","
                                                + "\"category\":\"Books\",\"store_id\":\"United Kingdom\","
                                                + "\"sku\":\"minotaur\",\"sales\":7.50,\"quantity\":1,"
                                                + "\"is_return\":false}"),
                                "expires_at",
                                AttributeValue.fromN(
                                        "" + NOON.plus(Duration.ofDays(35)).getEpochSecond())));
    }

    @Test
    void sendsOnlyWhatWasLeftUnprocessedAgain() {
        table.leave = 10;
        keep(events(60));
        assertThat(table.items).hasSize(60);
        assertThat(table.sizes).allMatch(size -> size <= 25);
        assertThat(table.sizes.stream().mapToInt(size -> size).sum()).isEqualTo(60 + 3 * 10);
    }

    @Test
    void givesUpAfterItsAttemptsSoThatTheShardWaits() {
        table.leave = Integer.MAX_VALUE;
        table.times = Integer.MAX_VALUE;
        assertThatThrownBy(() -> keep(events(3)))
                .hasMessageContaining("events left 3 of 3 events unprocessed");
        assertThat(table.sizes).containsExactly(3, 3, 3);
    }

    @Test
    void sendsAnEventOnceHoweverOftenItCameInOneBatch() {
        StoreEvent event = sale("a", "1", NOON, "1.00");
        keep(event, event, sale("a", "2", NOON, "1.00"), event);
        assertThat(table.sizes).containsExactly(2);
        keep(event);
        assertThat(table.items).hasSize(2);
    }

    private void keep(StoreEvent... events) {
        var settings =
                new EventDataSettings(
                        true,
                        TABLE,
                        Duration.ofDays(35),
                        2,
                        3,
                        Duration.ofMillis(1),
                        Duration.ofMillis(1));
        new EventTable(table, settings, () -> NOON, new SplittableRandom(1))
                .keep(List.of(events), () -> {});
    }

    private static StoreEvent[] events(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> sale("a", "r-" + i, NOON, "1.00"))
                .toArray(StoreEvent[]::new);
    }

    /** Leaves the first {@code times} batches partly unprocessed, and refuses what AWS refuses. */
    private static final class Table implements DynamoDbClient {

        final Map<String, Map<String, AttributeValue>> items = new ConcurrentHashMap<>();
        final List<Integer> sizes = new ArrayList<>();
        int leave;
        int times = 3;
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public synchronized BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
            List<WriteRequest> writes = request.requestItems().get(TABLE);
            sizes.add(writes.size());
            assertThat(writes.stream().map(Table::key).distinct()).hasSameSizeAs(writes);
            int left = calls.incrementAndGet() <= times ? Math.min(leave, writes.size()) : 0;
            writes.subList(left, writes.size())
                    .forEach(write -> items.put(key(write), write.putRequest().item()));
            return BatchWriteItemResponse.builder()
                    .unprocessedItems(left == 0 ? Map.of() : Map.of(TABLE, writes.subList(0, left)))
                    .build();
        }

        private static String key(WriteRequest write) {
            Map<String, AttributeValue> item = write.putRequest().item();
            return item.get("store_id").s() + "|" + item.get("event").s();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
