package dev.tillstream.dispatch;

import static dev.tillstream.dispatch.order.SaleFixture.TIME;
import static dev.tillstream.dispatch.order.SaleFixture.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.consumer.fixture.BusTap;
import dev.tillstream.consumer.fixture.EventQueue;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreId;
import dev.tillstream.dispatch.order.Move;
import dev.tillstream.dispatch.order.MoveResult;
import dev.tillstream.dispatch.order.Order;
import dev.tillstream.dispatch.order.OrderDesk;
import dev.tillstream.dispatch.order.OrderId;
import dev.tillstream.dispatch.order.OrderQuery;
import dev.tillstream.dispatch.order.Orders;
import dev.tillstream.local.testing.LocalAwsExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

/** The law of orders, over the real queue: one sale, one order, one event a step. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "tillstream.dispatch.sqs.poll=1s"})
@DirtiesContext
class AnyDeliveryIT {

    private static final String QUEUE = "any-delivery-" + UUID.randomUUID();

    private static final Duration SOON = Duration.ofMinutes(1);

    private final StoreId store = new StoreId("any/" + UUID.randomUUID());

    @Autowired private Orders orders;
    @Autowired private OrderDesk desk;

    @DynamicPropertySource
    static void queue(DynamicPropertyRegistry properties) {
        properties.add("tillstream.dispatch.sqs.queue", () -> QUEUE);
    }

    @BeforeAll
    static void createQueue() {
        EventQueue.created(QUEUE).close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everySaleDeliveredOneToFiveTimesInAnyOrderIsOneOrderAndOneEvent(long seed) {
        Random random = new Random(seed);
        List<SaleRecorded> sales =
                IntStream.range(0, 40)
                        .mapToObj(i -> sale(store, "r-" + i, TIME, "1", i % 10 == 0))
                        .toList();
        List<SaleRecorded> deliveries = new ArrayList<>();
        for (SaleRecorded sale : sales) {
            deliveries.addAll(Collections.nCopies(random.nextInt(1, 6), sale));
        }
        Collections.shuffle(deliveries, random);

        try (BusTap tap = BusTap.of("order-events", store);
                EventQueue queue = EventQueue.named(QUEUE)) {
            queue.sendAll(deliveries);
            await().atMost(SOON).until(() -> queue.size() == 0);

            List<String> expected =
                    sales.stream()
                            .filter(sale -> !sale.returned())
                            .map(sale -> sale.identity().id())
                            .sorted()
                            .toList();
            assertThat(placed())
                    .extracting(order -> order.id().value())
                    .hasSameElementsAs(expected);
            assertThat(placed()).hasSize(36).allMatch(order -> order.version() == 1);
            await().atMost(SOON).until(() -> tap.identities().size() >= 36);
            assertThat(tap.identities())
                    .containsExactlyElementsOf(expected.stream().map(id -> id + "-1").toList());
        }
    }

    @Test
    void ofManyWhoMoveAnOrderAtTheSameTimeOneWins() throws Exception {
        SaleRecorded sale = sale(store, "r-1", TIME, "1", false);
        assertThat(desk.take(sale)).isPresent();
        OrderId id = OrderId.parse(sale.identity().id()).orElseThrow();
        List<Callable<MoveResult>> moves =
                Stream.generate(() -> List.of(Move.PICK, Move.CANCEL))
                        .limit(8)
                        .flatMap(List::stream)
                        .map(move ->
                                (Callable<MoveResult>)
                                        () -> desk.move(id, move, version -> version == 1))
                        .toList();

        List<MoveResult> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<MoveResult> result : threads.invokeAll(moves)) {
                results.add(result.get());
            }
        }

        assertThat(results).hasSize(16).filteredOn(MoveResult.Moved.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(result -> !(result instanceof MoveResult.Moved))
                .allMatch(result ->
                        result instanceof MoveResult.Overtaken
                                || result instanceof MoveResult.OtherVersion);
        assertThat(orders.find(id).orElseThrow().version()).isEqualTo(2);
    }

    private List<Order> placed() {
        return orders.find(OrderQuery.all(store), 200, null).orders();
    }
}
