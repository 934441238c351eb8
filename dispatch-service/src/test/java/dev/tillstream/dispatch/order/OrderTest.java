package dev.tillstream.dispatch.order;

import static dev.tillstream.dispatch.order.SaleFixture.order;
import static dev.tillstream.dispatch.order.SaleFixture.sale;
import static dev.tillstream.dispatch.order.SaleFixture.saleOf;
import static dev.tillstream.dispatch.order.SaleFixture.saleReturned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.contract.InventoryChanged;
import dev.tillstream.contract.OtherEvent;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StockChange;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTest {

    @Test
    void aSaleMakesAPendingOrderOfItsFirstVersionCalledByTheSalesIdentity() {
        Order order = order(sale("r-1"));

        assertThat(order.id().value()).isEqualTo(sale("r-1").identity().id());
        assertThat(order.storeId()).isEqualTo(SaleFixture.STORE);
        assertThat(order.placedAt()).isEqualTo(SaleFixture.TIME);
        assertThat(order.quantity()).isEqualTo(6);
        assertThat(order.sales()).hasToString("15.30");
        assertThat(order.status()).isEqualTo(OrderStatus.PENDING);
        assertThat(order.version()).isEqualTo(1);
    }

    @Test
    void aReturnMakesNoOrder() {
        assertThat(Order.askedForBy(saleReturned("r-1"), SaleFixture.NOW)).isEmpty();
    }

    @Test
    void eventsThatAreNoSalesMakeNoOrder() {
        var store = SaleFixture.STORE;
        var id = new RequestId("r-1");
        var time = SaleFixture.TIME;
        var sku = new Sku("85123A");

        assertThat(
                        Order.askedForBy(
                                new InventoryChanged(
                                        store,
                                        id,
                                        time,
                                        "Heart",
                                        "Home",
                                        sku,
                                        StockChange.RECEIVED,
                                        6,
                                        "{}"),
                                SaleFixture.NOW))
                .isEmpty();
        assertThat(
                        Order.askedForBy(
                                new OtherEvent("loyalty-events", store, id, time, "{}"),
                                SaleFixture.NOW))
                .isEmpty();
    }

    @Test
    void theSameSaleIsRecognisedAfterTheOrderMovedOn() {
        Order first = order(sale("r-1"));
        Order changed = first.after(Move.PICK, SaleFixture.NOW.plusSeconds(9)).orElseThrow();

        assertThat(changed.isOfSameSaleAs(first)).isTrue();
        assertThat(changed.isOfSameSaleAs(order(saleOf("r-1", "15.300")))).isTrue();
        assertThat(changed.isOfSameSaleAs(order(saleOf("r-1", "15.31")))).isFalse();
    }

    @Test
    void aMoveMakesAVersionAndASecondStepAndKeepsTheRest() {
        Order placed = order(sale("r-1"));
        Instant later = SaleFixture.NOW.plusSeconds(60);

        Order picked = placed.after(Move.PICK, later).orElseThrow();

        assertThat(picked.version()).isEqualTo(2);
        assertThat(picked.status()).isEqualTo(OrderStatus.PICKED);
        assertThat(picked.history())
                .containsExactly(
                        new OrderStep(OrderStatus.PENDING, SaleFixture.NOW),
                        new OrderStep(OrderStatus.PICKED, later));
        assertThat(picked.id()).isEqualTo(placed.id());
    }

    @ParameterizedTest
    @CsvSource({
        "'', PENDING, PICK CANCEL",
        "PICK, PICKED, DISPATCH CANCEL",
        "PICK DISPATCH, DISPATCHED, DELIVER",
        "PICK DISPATCH DELIVER, DELIVERED, ''",
        "CANCEL, CANCELLED, ''",
        "PICK CANCEL, CANCELLED, ''",
    })
    void allowsOnlyTheMovesOfItsLife(String moves, OrderStatus status, String allowed) {
        Order order = order(sale("r-1"));
        for (Move move : moves(moves)) {
            order = order.after(move, SaleFixture.NOW).orElseThrow();
        }

        assertThat(order.status()).isEqualTo(status);
        assertThat(Move.allowedFrom(status)).isEqualTo(moves(allowed));
        for (Move move : Move.values()) {
            assertThat(order.after(move, SaleFixture.NOW).isPresent())
                    .isEqualTo(moves(allowed).contains(move));
        }
    }

    @Test
    void onlyThirtyTwoHexDigitsCanBeAnOrder() {
        assertThat(OrderId.parse(sale("r-1").identity().id())).isPresent();
        assertThat(OrderId.parse("r-1")).isEmpty();
        assertThat(OrderId.parse("A".repeat(32))).isEmpty();
    }

    private static List<Move> moves(String names) {
        return Stream.of(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(Move::valueOf)
                .toList();
    }
}
