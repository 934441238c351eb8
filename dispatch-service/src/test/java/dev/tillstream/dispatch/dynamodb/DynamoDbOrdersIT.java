package dev.tillstream.dispatch.dynamodb;

import static dev.tillstream.dispatch.order.SaleFixture.NOW;
import static dev.tillstream.dispatch.order.SaleFixture.TIME;
import static dev.tillstream.dispatch.order.SaleFixture.order;
import static dev.tillstream.dispatch.order.SaleFixture.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.consumer.outbox.OutboxMarks;
import dev.tillstream.consumer.outbox.OutboxSettings;
import dev.tillstream.contract.StoreId;
import dev.tillstream.dispatch.order.Move;
import dev.tillstream.dispatch.order.Order;
import dev.tillstream.dispatch.order.OrderPage;
import dev.tillstream.dispatch.order.OrderPosition;
import dev.tillstream.dispatch.order.OrderQuery;
import dev.tillstream.dispatch.order.OrderStatus;
import dev.tillstream.dispatch.order.Placement;
import dev.tillstream.local.testing.LocalAwsExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
class DynamoDbOrdersIT {

    private static final String TABLE = "tillstream-orders";

    private final StoreId store = new StoreId("store/" + UUID.randomUUID());
    private DynamoDbClient client;
    private DynamoDbOrders orders;

    private Instant now = NOW;

    private final InstantSource clock = () -> now;

    @BeforeEach
    void connect() {
        client = DynamoDbClient.create();
        orders = new DynamoDbOrders(client, TABLE, marks(Duration.ofMinutes(5), clock));
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @ParameterizedTest
    @NullSource
    @EnumSource(OrderStatus.class)
    void aRangeThatEndsBeforeItBeginsHasNoOrders(@Nullable OrderStatus status) {
        Instant from = Instant.parse("2021-03-06T17:15:06Z");
        var query = new OrderQuery(store, status, from, from.minusSeconds(1));

        assertThat(orders.find(query, 2, null).orders()).isEmpty();
    }

    @Test
    void givesBackWhatWasPlaced() {
        Order order = order(sale(store, "r-1", TIME, "99999999999.9999", false));

        assertThat(orders.place(order)).isEqualTo(Placement.PLACED);

        assertThat(orders.find(order.id())).contains(order);
    }

    @Test
    void keepsTheFirstContent() {
        Order first = order(sale(store, "r-1", TIME, "15.30", false));
        Order other = order(sale(store, "r-1", TIME, "15.31", false));
        orders.place(first);

        assertThat(orders.place(first)).isEqualTo(Placement.REPEATED);
        assertThat(orders.place(other)).isEqualTo(Placement.CONFLICT);
        assertThat(orders.find(first.id())).contains(first);
    }

    @Test
    void placesOnceWhenTheSameSaleComesEightTimesAtOnce() throws Exception {
        Order order = order(sale(store, "r-1", TIME, "15.30", false));
        Callable<Placement> place = () -> orders.place(order);

        List<Placement> placements = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Placement> placed : threads.invokeAll(Collections.nCopies(8, place))) {
                placements.add(placed.get());
            }
        }

        assertThat(placements)
                .containsOnlyOnce(Placement.PLACED)
                .filteredOn(Placement.REPEATED::equals)
                .hasSize(7);
    }

    @Test
    void pagesThroughAStoreByTimeAndEndsExactly() {
        for (int second : new int[] {30, 9, 100, 0}) {
            orders.place(order(sale(store, "r-" + second, TIME.plusSeconds(second), "1", false)));
        }

        List<String> seen = new ArrayList<>();
        OrderPosition after = null;
        int pages = 0;
        do {
            OrderPage page = orders.find(OrderQuery.all(store), 2, after);
            page.orders().forEach(order -> seen.add(order.requestId().value()));
            after = page.last();
            pages++;
        } while (after != null);

        assertThat(seen).containsExactly("r-0", "r-9", "r-30", "r-100");
        assertThat(pages).isEqualTo(2);
    }

    @Test
    void findsByStatusAndTimeWithPagesThatEndExactly() {
        for (int second : new int[] {0, 1, 2, 3, 4, 5}) {
            orders.place(order(sale(store, "r-" + second, TIME.plusSeconds(second), "1", false)));
        }
        for (int second : new int[] {1, 3, 4}) {
            Order order = order(sale(store, "r-" + second, TIME.plusSeconds(second), "1", false));
            assertThat(orders.replace(order.after(Move.PICK, NOW).orElseThrow())).isTrue();
        }

        assertThat(found(OrderStatus.PENDING, null, null)).containsExactly("r-0", "r-2", "r-5");
        assertThat(found(OrderStatus.PICKED, TIME.plusSeconds(2), null))
                .containsExactly("r-3", "r-4");
        assertThat(found(null, TIME.plusMillis(1500), TIME.plusMillis(4001)))
                .containsExactly("r-2", "r-3", "r-4");
        assertThat(found(OrderStatus.DELIVERED, null, null)).isEmpty();
    }

    @Test
    void ofTenWhoMoveAnOrderAtOnceOneWins() throws Exception {
        Order placed = order(sale(store, "r-1", TIME, "15.30", false));
        orders.place(placed);
        Callable<Boolean> pick = () -> orders.replace(placed.after(Move.PICK, NOW).orElseThrow());

        int winners = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> won : threads.invokeAll(Collections.nCopies(10, pick))) {
                winners += won.get() ? 1 : 0;
            }
        }

        assertThat(winners).isEqualTo(1);
        assertThat(orders.find(placed.id()).orElseThrow().history()).hasSize(2);
    }

    @Test
    void whatWasNotAnnouncedInTimeIsTakenByOneAndComesAgainUntilItIsNoted() {
        Order placed = order(sale(store, "r-1", TIME, "15.30", false));
        orders.place(placed);
        assertThat(taken(orders)).isEmpty();

        now = NOW.plusSeconds(6 * 60);
        var other = new DynamoDbOrders(client, TABLE, marks(Duration.ofMinutes(5), clock));
        await().until(() -> taken(orders), List.of(placed)::equals);
        assertThat(taken(other)).isEmpty();

        now = NOW.plusSeconds(7 * 60);
        await().until(() -> taken(other), List.of(placed)::equals);

        Order picked = placed.after(Move.PICK, NOW).orElseThrow();
        assertThat(orders.replace(picked)).isTrue();
        other.announced(placed);
        assertThat(orders.find(placed.id()).orElseThrow().announced()).isEqualTo(1);

        now = NOW.plusSeconds(13 * 60);
        await().until(() -> taken(orders), found -> found.size() == 1);
        orders.announced(picked);
        now = NOW.plusSeconds(30 * 60);
        assertThat(orders.find(placed.id()).orElseThrow().announced()).isEqualTo(2);
        assertThat(taken(orders)).isEmpty();
    }

    /** Others' orders of this table are due too. */
    private List<Order> taken(DynamoDbOrders by) {
        return by.takeUnannounced(1000).stream()
                .filter(order -> order.storeId().equals(store))
                .toList();
    }

    private List<String> found(OrderStatus status, Instant from, Instant to) {
        List<String> seen = new ArrayList<>();
        OrderPosition after = null;
        do {
            OrderPage page = orders.find(new OrderQuery(store, status, from, to), 2, after);
            page.orders().forEach(order -> seen.add(order.requestId().value()));
            after = page.last();
        } while (after != null);
        return seen;
    }

    private OutboxMarks marks(Duration overdue, InstantSource clock) {
        var settings =
                new OutboxSettings(
                        "tillstream",
                        Duration.ofSeconds(5),
                        1,
                        Duration.ZERO,
                        10,
                        Duration.ofSeconds(1),
                        overdue,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(15));
        return new OutboxMarks(client, TABLE, List.of("order_id"), settings, clock);
    }
}
