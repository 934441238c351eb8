package dev.tillstream.dispatch.sqs;

import static dev.tillstream.dispatch.order.SaleFixture.sale;
import static dev.tillstream.dispatch.order.SaleFixture.saleOf;
import static dev.tillstream.dispatch.order.SaleFixture.saleReturned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.dispatch.order.InMemoryOrders;
import dev.tillstream.dispatch.order.OrderDesk;
import dev.tillstream.dispatch.order.OrderQuery;
import dev.tillstream.dispatch.order.Orders;
import dev.tillstream.dispatch.order.SaleFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class SaleListenerTest {

    private final EventCodec codec = new EventCodec();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InMemoryOrders orders = new InMemoryOrders();
    private final SaleListener listener = new SaleListener(codec, desk(orders), meters);

    @Test
    void placesOneOrderHoweverOftenASaleComes() {
        receive(sale("r-1"));
        receive(sale("r-1"));

        assertThat(orders.find(OrderQuery.all(SaleFixture.STORE), 10, null).orders()).hasSize(1);
        assertThat(counted("placed")).isEqualTo(1);
        assertThat(counted("repeated")).isEqualTo(1);
    }

    @Test
    void keepsTheFirstContentAndCountsTheOther() {
        receive(saleOf("r-1", "15.30"));
        receive(saleOf("r-1", "99.99"));

        assertThat(orders.find(OrderQuery.all(SaleFixture.STORE), 10, null).orders())
                .extracting(order -> order.sales().toString())
                .containsExactly("15.30");
        assertThat(counted("conflict")).isEqualTo(1);
    }

    @Test
    void acceptsAReturnWithoutAnOrder() {
        receive(saleReturned("r-1"));

        assertThat(orders.find(OrderQuery.all(SaleFixture.STORE), 10, null).orders()).isEmpty();
        assertThat(counted("ignored")).isEqualTo(1);
    }

    @Test
    void throwsWhatIsNoEventSoThatItIsNotAcknowledged() {
        assertThatThrownBy(() -> listener.receive("not json"))
                .isInstanceOf(EventRejectedException.class);
        assertThat(counted("undecodable")).isEqualTo(1);
    }

    @Test
    void throwsWhatTheOrdersThrowSoThatTheMessageComesAgain() {
        orders.breakDown();

        assertThatThrownBy(() -> receive(sale("r-1"))).isInstanceOf(IllegalStateException.class);
        assertThat(counted("failed")).isEqualTo(1);
    }

    private void receive(StoreEvent event) {
        listener.receive(codec.encode(event));
    }

    private double counted(String outcome) {
        return meters.get("tillstream.dispatch.messages").tag("outcome", outcome).counter().count();
    }

    private static OrderDesk desk(Orders orders) {
        return new OrderDesk(orders, order -> {}, () -> SaleFixture.NOW);
    }
}
