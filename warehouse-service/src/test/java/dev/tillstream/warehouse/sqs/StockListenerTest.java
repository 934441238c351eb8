package dev.tillstream.warehouse.sqs;

import static dev.tillstream.warehouse.stock.StockFixture.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.contract.EventRejectedException;
import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.warehouse.stock.InMemoryStockBook;
import dev.tillstream.warehouse.stock.StockFixture;
import dev.tillstream.warehouse.stock.StockItem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class StockListenerTest {

    private static final StockItem ITEM = StockFixture.item("United Kingdom", "85123A");

    private final EventCodec codec = new EventCodec();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final InMemoryStockBook book = new InMemoryStockBook();
    private final StockListener listener = new StockListener(codec, book, meters);

    @Test
    void aSaleCountsOnceHoweverOftenItComes() {
        receive(sale(ITEM, "r-1", 0, 6));
        receive(sale(ITEM, "r-1", 0, 6));

        assertThat(onHand()).isEqualTo(-6);
        assertThat(counted("recorded")).isEqualTo(1);
        assertThat(counted("repeated")).isEqualTo(1);
    }

    @Test
    void keepsTheFirstContentAndCountsTheOther() {
        receive(sale(ITEM, "r-1", 0, 6));
        receive(sale(ITEM, "r-1", 0, 7));

        assertThat(onHand()).isEqualTo(-6);
        assertThat(counted("conflict")).isEqualTo(1);
    }

    @Test
    void throwsWhatIsNoEventSoThatItIsNotAcknowledged() {
        assertThatThrownBy(() -> listener.receive("not json"))
                .isInstanceOf(EventRejectedException.class);
        assertThat(counted("undecodable")).isEqualTo(1);
    }

    private void receive(StoreEvent event) {
        listener.receive(codec.encode(event));
    }

    private long onHand() {
        return book.level(ITEM).orElseThrow().onHand();
    }

    private double counted(String outcome) {
        return meters.get("tillstream.warehouse.messages")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
