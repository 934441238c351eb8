package dev.tillstream.warehouse.stock;

import static dev.tillstream.warehouse.stock.StockFixture.counted;
import static dev.tillstream.warehouse.stock.StockFixture.sold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StockLevelTest {

    private static final StockItem ITEM = StockFixture.item("United Kingdom", "85123A");

    private final InMemoryStockBook book = new InMemoryStockBook();

    @Test
    void moreMayBeSoldThanWasEverReceived() {
        book.record(sold(ITEM, "a", 1, 6));

        assertThat(level().onHand()).isEqualTo(-6);
    }

    @Test
    void aCountHasWhatMovedUpToItsSecond() {
        book.record(counted(ITEM, "a", 2, 100));
        book.record(sold(ITEM, "b", 1, 1));
        book.record(sold(ITEM, "c", 2, 10));
        book.record(sold(ITEM, "d", 3, 5));

        assertThat(level().onHand()).isEqualTo(95);
        assertThat(level().moves()).isEqualTo(1);
    }

    @Test
    void aCountThatIsHeardOfLateKeepsWhatMovedAfterIt() {
        book.record(sold(ITEM, "a", 1, 1));
        book.record(sold(ITEM, "b", 3, 5));
        book.record(counted(ITEM, "c", 2, 100));

        assertThat(level().onHand()).isEqualTo(95);
    }

    @Test
    void anOlderCountChangesNothing() {
        book.record(counted(ITEM, "a", 2, 100));
        book.record(counted(ITEM, "b", 1, 7));

        assertThat(level().onHand()).isEqualTo(100);
    }

    @Test
    void ofTwoCountsInOneSecondTheGreaterRequestIdWins() {
        book.record(counted(ITEM, "b", 2, 100));
        book.record(counted(ITEM, "a", 2, 7));
        assertThat(level().onHand()).isEqualTo(100);

        book.record(counted(ITEM, "c", 2, 8));
        assertThat(level().onHand()).isEqualTo(8);
    }

    @Test
    void refusesACountWithoutAllMoves() {
        StockLevel level =
                StockLevel.unknown(ITEM, new Product("Hanging heart", "Home"))
                        .after((StockMoved) sold(ITEM, "a", 3, 5));
        StockCounted count = (StockCounted) counted(ITEM, "b", 2, 100);

        assertThatThrownBy(() -> level.after(count, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private StockLevel level() {
        return book.level(ITEM).orElseThrow();
    }
}
