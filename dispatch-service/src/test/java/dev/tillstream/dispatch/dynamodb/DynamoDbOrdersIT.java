package dev.tillstream.dispatch.dynamodb;

import static dev.tillstream.dispatch.order.SaleFixture.TIME;
import static dev.tillstream.dispatch.order.SaleFixture.order;
import static dev.tillstream.dispatch.order.SaleFixture.sale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.contract.StoreId;
import dev.tillstream.dispatch.order.Order;
import dev.tillstream.dispatch.order.OrderPage;
import dev.tillstream.dispatch.order.OrderPosition;
import dev.tillstream.dispatch.order.Placement;
import dev.tillstream.local.testing.LocalAwsExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
class DynamoDbOrdersIT {

    private final StoreId store = new StoreId("store/" + UUID.randomUUID());
    private DynamoDbClient client;
    private DynamoDbOrders orders;

    @BeforeEach
    void connect() {
        client = DynamoDbClient.create();
        orders = new DynamoDbOrders(client, "tillstream-orders");
    }

    @AfterEach
    void disconnect() {
        client.close();
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
            OrderPage page = orders.ofStore(store, 2, after);
            page.orders().forEach(order -> seen.add(order.requestId().value()));
            after = page.last();
            pages++;
        } while (after != null);

        assertThat(seen).containsExactly("r-0", "r-9", "r-30", "r-100");
        assertThat(pages).isEqualTo(2);
    }
}
