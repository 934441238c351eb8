package dev.tillstream.warehouse.stock;

import static dev.tillstream.warehouse.stock.StockFixture.change;
import static dev.tillstream.warehouse.stock.StockFixture.sale;
import static dev.tillstream.warehouse.stock.StockFixture.takenBack;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.contract.OtherEvent;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.StockChange;
import dev.tillstream.contract.StoreEvent;
import org.junit.jupiter.api.Test;

class LedgerEntryTest {

    private static final StockItem ITEM = StockFixture.item("United Kingdom", "85123A");

    @Test
    void aSaleTakesAndAReturnBringsBack() {
        assertThat(moved(sale(ITEM, "r-1", 0, 6))).isEqualTo(-6);
        assertThat(moved(takenBack(ITEM, "r-1", 0, 6))).isEqualTo(6);
    }

    @Test
    void receivedAddsAndAdjustedAddsItsSign() {
        assertThat(moved(change(ITEM, "r-1", 0, StockChange.RECEIVED, 6))).isEqualTo(6);
        assertThat(moved(change(ITEM, "r-1", 0, StockChange.ADJUSTED, -6))).isEqualTo(-6);
    }

    @Test
    void anEntryIsCalledByTheIdentityOfItsEvent() {
        StoreEvent sale = sale(ITEM, "r-1", 0, 6);
        StoreEvent change = change(ITEM, "r-1", 0, StockChange.COUNTED, 6);

        assertThat(LedgerEntry.of(sale).orElseThrow().changeId()).isEqualTo(sale.identity().id());
        assertThat(LedgerEntry.of(change).orElseThrow().changeId())
                .isEqualTo(change.identity().id())
                .isNotEqualTo(sale.identity().id());
    }

    @Test
    void otherEventsSayNothingAboutStock() {
        var other =
                new OtherEvent(
                        "loyalty-events",
                        ITEM.storeId(),
                        new RequestId("r-1"),
                        StockFixture.START,
                        "{}");
        assertThat(LedgerEntry.of(other)).isEmpty();
    }

    private static int moved(StoreEvent event) {
        return ((StockMoved) LedgerEntry.of(event).orElseThrow()).quantity();
    }
}
