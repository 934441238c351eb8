package dev.tillstream.warehouse.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The law of stock: what is on hand follows from what happened, not from when it was heard of. */
class ArrivalOrderTest {

    private static final StockItem ITEM = StockFixture.item("United Kingdom", "85123A");

    @Property
    void anyOrderOfArrivalWithRepeatsGivesWhatTheLedgerSaysInTheOrderOfTime(
            @ForAll @IntRange(min = 1, max = 30) int size, @ForAll long seed) {
        Random random = new Random(seed);
        List<LedgerEntry> happened = LedgerEntries.of(ITEM, "r-", size, random);

        InMemoryStockBook book = new InMemoryStockBook();
        heardOf(happened, random).forEach(book::record);

        assertThat(onHand(book)).isEqualTo(Replay.onHand(happened));
    }

    @Property
    void theLevelIsExactAfterEachArrivalAndNotOnlyInTheEnd(
            @ForAll @IntRange(min = 1, max = 15) int size, @ForAll long seed) {
        Random random = new Random(seed);
        List<LedgerEntry> known = new ArrayList<>();
        InMemoryStockBook book = new InMemoryStockBook();

        for (LedgerEntry entry : LedgerEntries.of(ITEM, "r-", size, random)) {
            book.record(entry);
            known.add(entry);
            assertThat(onHand(book)).isEqualTo(Replay.onHand(known));
        }
    }

    private static List<LedgerEntry> heardOf(List<LedgerEntry> happened, Random random) {
        List<LedgerEntry> arrivals = new ArrayList<>(happened);
        for (LedgerEntry entry : happened) {
            if (random.nextInt(3) == 0) {
                arrivals.add(entry);
            }
        }
        Collections.shuffle(arrivals, random);
        return arrivals;
    }

    private static long onHand(StockBook book) {
        return book.level(ITEM).orElseThrow().onHand();
    }
}
