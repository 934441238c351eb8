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
import org.junit.jupiter.api.Test;

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
        assertThat(Order.askedForBy(saleReturned("r-1"))).isEmpty();
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
                                        "{}")))
                .isEmpty();
        assertThat(Order.askedForBy(new OtherEvent("loyalty-events", store, id, time, "{}")))
                .isEmpty();
    }

    @Test
    void theSameSaleIsRecognisedAfterTheOrderMovedOn() {
        Order first = order(sale("r-1"));
        Order changed =
                new Order(
                        first.id(),
                        first.storeId(),
                        first.requestId(),
                        first.placedAt(),
                        first.sku(),
                        first.name(),
                        first.category(),
                        first.quantity(),
                        first.sales(),
                        OrderStatus.PENDING,
                        2);

        assertThat(changed.isOfSameSaleAs(first)).isTrue();
        assertThat(changed.isOfSameSaleAs(order(saleOf("r-1", "15.300")))).isTrue();
        assertThat(changed.isOfSameSaleAs(order(saleOf("r-1", "15.31")))).isFalse();
    }

    @Test
    void onlyThirtyTwoHexDigitsCanBeAnOrder() {
        assertThat(OrderId.parse(sale("r-1").identity().id())).isPresent();
        assertThat(OrderId.parse("r-1")).isEmpty();
        assertThat(OrderId.parse("A".repeat(32))).isEmpty();
    }
}
