package dev.tillstream.analytics.window;

import static dev.tillstream.analytics.window.SaleFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.view.ViewFixture;
import dev.tillstream.contract.InventoryChanged;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.RequestId;
import dev.tillstream.contract.Sku;
import dev.tillstream.contract.StockChange;
import dev.tillstream.contract.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * The law: whatever is repeated, reordered, cut or interrupted, the rows of every view say the
 * plain sum, with all views at work at once.
 */
final class ExactTotalsTest {

    /** When all tills have long been silent. */
    private static final Instant EVENING = NOON.plus(Duration.ofHours(6));

    private static final View[] VIEWS = {
        ViewFixture.SALES_REVENUE,
        ViewFixture.SALES_BY_CATEGORY,
        ViewFixture.PIECES,
        ViewFixture.EVENTS_BY_TYPE
    };

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void survivesACrashAtAnyStep(
            @ForAll("streams") List<Arrival> stream,
            @ForAll @Size(max = 6) Set<@IntRange(min = 1, max = 1600) Integer> crashes,
            @ForAll @IntRange(min = 1, max = 20) int batch,
            @ForAll @IntRange(min = 0, max = 100) int pace) {
        var shop = new Shop(VIEWS);
        int[] steps = {0};
        shop.table.step =
                () -> {
                    if (crashes.contains(++steps[0])) {
                        throw new Crash();
                    }
                };
        int checkpoint = 0;
        ShardWindows worker = shop.worker();
        while (checkpoint < stream.size()) {
            int end = Math.min(checkpoint + batch, stream.size());
            Instant now = NOON.plusSeconds((long) pace * end);
            try {
                worker.accept(stream.subList(checkpoint, end));
                worker.flush();
                checkpoint = end;
                worker.publish(now);
                worker.sweep(KeyRange.ALL, now);
            } catch (Crash e) {
                worker = shop.worker();
            }
        }
        shop.settle(EVENING);
        assertPublished(shop, stream);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void survivesFailuresThatTheSameWorkerTriesAgain(
            @ForAll("streams") List<Arrival> stream,
            @ForAll @Size(max = 6) Set<@IntRange(min = 1, max = 1600) Integer> failures,
            @ForAll @IntRange(min = 1, max = 20) int batch) {
        var shop = new Shop(VIEWS);
        int[] steps = {0};
        shop.table.step =
                () -> {
                    if (failures.contains(++steps[0])) {
                        throw new Crash();
                    }
                };
        ShardWindows worker = shop.worker();
        for (int at = 0; at < stream.size(); at += batch) {
            List<Arrival> some = stream.subList(at, Math.min(at + batch, stream.size()));
            insist(() -> worker.accept(some));
            insist(worker::flush);
            insist(() -> worker.publish(EVENING));
        }
        shop.settle(EVENING);
        assertPublished(shop, stream);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void survivesAZombieThatWritesBetweenAnyTwoSteps(
            @ForAll("streams") List<Arrival> stream,
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 9) Integer> gaps,
            @ForAll @IntRange(min = 1, max = 20) int batch) {
        var shop = new Shop(VIEWS);
        var zombie = new Zombie(shop, stream, gaps);
        shop.table.step = zombie;
        ShardWindows worker = shop.worker();
        for (int at = 0; at < stream.size(); at += batch) {
            worker.accept(stream.subList(at, Math.min(at + batch, stream.size())));
            worker.flush();
            worker.publish(NOON.plusSeconds(at));
        }
        shop.settle(EVENING);
        assertPublished(shop, stream);
    }

    /** Another worker on the same shard, which acts each time that so many steps were made. */
    private static final class Zombie implements Runnable {
        private final List<Arrival> stream;
        private final List<Integer> gaps;
        private final ShardWindows worker;
        private int gap;
        private int steps;
        private int at;
        private boolean acting;

        Zombie(Shop shop, List<Arrival> stream, List<Integer> gaps) {
            this.stream = stream;
            this.gaps = gaps;
            this.worker = shop.worker();
        }

        @Override
        public void run() {
            if (acting || gap >= gaps.size() || ++steps < gaps.get(gap)) {
                return;
            }
            steps = 0;
            acting = true;
            switch (gap++ % 4) {
                case 0 -> {
                    int end = Math.min(at + 7, stream.size());
                    worker.accept(stream.subList(at, end));
                    at = end;
                }
                case 1, 3 -> worker.flush();
                default -> worker.publish(NOON.plusSeconds(600));
            }
            acting = false;
        }
    }

    /** Also where one type travels on both, and both feed the same windows. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void survivesTwoStreamsThatAreReadAtTheirOwnPace(
            @ForAll("streams") List<Arrival> sales,
            @ForAll("stockChanges") List<Arrival> stockChanges,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 0, max = 7) Integer> turns) {
        var shop = new Shop(VIEWS);
        List<Arrival> both = new java.util.ArrayList<>(sales);
        both.addAll(stockChanges);
        var one = new Consumer(shop.worker(Shop.LIMITS, "sales-events"), both);
        var other = new Consumer(shop.worker(Shop.LIMITS, "inventory-events"), stockChanges);
        for (int i = 0; !one.isDone() || !other.isDone(); i++) {
            int turn = turns.get(i % turns.size());
            (turn % 2 == 0 ? one : other).step(turn + 1, NOON.plusSeconds(40L * i));
            // Nobody starves whatever the turns are.
            (i % 2 == 0 ? one : other).step(1, NOON.plusSeconds(40L * i));
        }
        shop.settle(EVENING);
        assertPublished(shop, both);
    }

    /** A shard's worker, and how far it has read. */
    private static final class Consumer {

        private final ShardWindows worker;
        private final List<Arrival> records;
        private int at;

        Consumer(ShardWindows worker, List<Arrival> records) {
            this.worker = worker;
            this.records = records;
        }

        boolean isDone() {
            return at == records.size();
        }

        void step(int batch, Instant now) {
            int end = Math.min(at + batch, records.size());
            worker.accept(records.subList(at, end));
            worker.flush();
            at = end;
            worker.publish(now);
            worker.sweep(KeyRange.ALL, now);
        }
    }

    private static void insist(Runnable action) {
        while (true) {
            try {
                action.run();
                return;
            } catch (Crash e) {
                // Again: that is the law under test.
            }
        }
    }

    private static void assertPublished(Shop shop, List<Arrival> stream) {
        Map<WindowId, Totals> published = new HashMap<>();
        shop.published()
                .forEach((window, row) -> {
                    Totals totals = row.totals();
                    published.put(
                            window,
                            new Totals(totals.amount(), totals.events(), totals.returns(), 0));
                });
        assertThat(published).isEqualTo(Till.totals(stream));
    }

    /** Sales of three stores within ten minutes, in any order, some of them sent several times. */
    @Provide
    Arbitrary<List<Arrival>> streams() {
        Arbitrary<String> stores = Arbitraries.of("store_1", "store_2", "United Kingdom");
        Arbitrary<Integer> seconds = Arbitraries.integers().between(0, 600);
        Arbitrary<Integer> cents = Arbitraries.integers().between(0, 1_000_000);
        Arbitrary<Boolean> returned = Arbitraries.of(false, false, false, true);
        Arbitrary<List<Arrival>> sales =
                Combinators.combine(stores, seconds, cents, returned)
                        .as(ExactTotalsTest::arrival)
                        .list()
                        .ofMaxSize(60);
        return sales.flatMap(distinct ->
                distinct.isEmpty()
                        ? Arbitraries.just(distinct)
                        : Arbitraries.of(distinct)
                                .list()
                                .ofMaxSize(30)
                                .flatMap(again -> shuffled(distinct, again)));
    }

    /** Counts of the shelves of the same stores in the same minutes. */
    @Provide
    Arbitrary<List<Arrival>> stockChanges() {
        Arbitrary<String> stores = Arbitraries.of("store_1", "store_2", "United Kingdom");
        Arbitrary<Integer> seconds = Arbitraries.integers().between(0, 600);
        return Combinators.combine(stores, seconds)
                .as(ExactTotalsTest::stockChange)
                .list()
                .ofMaxSize(30);
    }

    private static Arrival stockChange(String store, int second) {
        var change =
                new InventoryChanged(
                        new StoreId(store),
                        new RequestId("count-" + second),
                        NOON.plusSeconds(second),
                        "Minotaur",
                        "Books",
                        new Sku("minotaur"),
                        StockChange.COUNTED,
                        second,
                        "{}");
        return SaleFixture.arrival(change, NOON.plusSeconds(600));
    }

    private static Arbitrary<List<Arrival>> shuffled(List<Arrival> sales, List<Arrival> again) {
        var all = new java.util.ArrayList<>(sales);
        all.addAll(again);
        return Arbitraries.shuffle(all);
    }

    private static Arrival arrival(String store, int second, int cents, boolean returned) {
        Money sales = new Money(java.math.BigDecimal.valueOf(cents, 2));
        String id = second + "-" + cents + "-" + returned;
        Instant time = NOON.plusSeconds(second);
        return SaleFixture.arrival(
                SaleFixture.sale(
                        store, id, time, sales.toString(), returned, "category " + cents % 3),
                NOON.plusSeconds(600));
    }
}
