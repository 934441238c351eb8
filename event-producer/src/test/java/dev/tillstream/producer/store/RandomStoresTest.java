package dev.tillstream.producer.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.contract.InventoryChanged;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StockChange;
import dev.tillstream.contract.StoreEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomStoresTest {

    private static final Instant OPENED = Instant.parse("2026-01-05T10:00:00Z");
    private static final int SHELVES = 5 * Catalogue.PRODUCTS.size();

    private Instant now = OPENED;

    @Test
    void tradesAtTheAskedRate() throws InterruptedException {
        List<StoreEvent> events = minutes(1);

        assertThat(events).hasSize(SHELVES + 1_170);
    }

    @Test
    void knowsHowMuchIsDoneWhenItEnds() throws InterruptedException {
        RandomStores minute = stores(Duration.ofMinutes(1), 7);
        assertThat(minute.done()).hasValue(0);
        assertThat(minute.next(SHELVES)).hasSize(SHELVES);
        assertThat(minute.done()).hasValue((double) SHELVES / (SHELVES + 1_170));
        assertThat(stores(null, 7).done()).isEmpty();
    }

    @Test
    void countsEachShelfBeforeAnythingIsSold() throws InterruptedException {
        List<StoreEvent> events = minutes(1);

        Set<String> counted = new HashSet<>();
        for (StoreEvent event : events.subList(0, SHELVES)) {
            assertThat(event).isInstanceOf(InventoryChanged.class);
            InventoryChanged change = (InventoryChanged) event;
            assertThat(change.change()).isEqualTo(StockChange.COUNTED);
            assertThat(change.time()).isBefore(OPENED);
            counted.add(change.storeId() + "/" + change.sku());
        }
        assertThat(counted).hasSize(SHELVES);
    }

    @Test
    void beginsTradeWithASale() throws InterruptedException {
        for (long seed = 0; seed < 200; seed++) {
            now = OPENED;
            RandomStores stores = stores(Duration.ofMinutes(1), seed);
            assertThat(stores.next(1_000)).hasSize(SHELVES);
            assertThat(stores.next(1))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            SaleRecorded.class, sale -> assertThat(sale.returned()).isFalse());
        }
    }

    @Test
    void takesBackSomeAndSellsMost() throws InterruptedException {
        List<SaleRecorded> sales =
                minutes(5).stream()
                        .filter(SaleRecorded.class::isInstance)
                        .map(SaleRecorded.class::cast)
                        .toList();

        long returns = sales.stream().filter(SaleRecorded::returned).count();
        assertThat(returns).isBetween(sales.size() / 50L, sales.size() / 15L);
    }

    @Test
    void receivesGoodsBeforeAShelfIsEmpty() throws InterruptedException {
        Map<String, Integer> levels = new HashMap<>();
        boolean received = false;
        for (StoreEvent event : minutes(20)) {
            switch (event) {
                case InventoryChanged change -> {
                    received |= change.change() == StockChange.RECEIVED;
                    levels.merge(
                            change.storeId() + "/" + change.sku(), change.quantity(), Integer::sum);
                }
                case SaleRecorded sale ->
                        levels.merge(
                                sale.storeId() + "/" + sale.sku(),
                                sale.returned() ? sale.quantity() : -sale.quantity(),
                                Integer::sum);
                default -> throw new AssertionError(event);
            }
        }

        assertThat(received).isTrue();
        assertThat(levels.values()).allSatisfy(level -> assertThat(level).isNotNegative());
    }

    @Test
    void sellsAboutAsMuchAsTheStoresOfTheSeed() throws InterruptedException {
        Money total =
                minutes(1).stream()
                        .filter(SaleRecorded.class::isInstance)
                        .map(event -> ((SaleRecorded) event).revenue())
                        .reduce(Money.ZERO, Money::plus);

        assertThat(total).isBetween(Money.of("40000"), Money.of("80000"));
    }

    @Test
    void repeatsItselfWithTheSameSeed() throws InterruptedException {
        List<StoreEvent> first = minutes(1);
        now = OPENED;
        List<StoreEvent> second = minutes(1);

        assertThat(second).isEqualTo(first);
        assertThat(first).extracting(StoreEvent::requestId).doesNotHaveDuplicates();
    }

    @Test
    void sendsSomeEventsTwiceAndSomeLate() throws InterruptedException {
        StoreSettings untidy =
                new StoreSettings(
                        5, 1_170, Duration.ofMinutes(2), 0, 0.1, 0.2, Duration.ofMinutes(3));
        RandomStores stores =
                new RandomStores(untidy, new Random(1), () -> now, pause -> now = now.plus(pause));
        stores.next(SHELVES);
        int twice = 0;
        int late = 0;
        Set<StoreEvent> seen = new HashSet<>();
        for (List<StoreEvent> one = stores.next(1); !one.isEmpty(); one = stores.next(1)) {
            twice += seen.add(one.getFirst()) ? 0 : 1;
            late += one.getFirst().time().isBefore(now.minusSeconds(170)) ? 1 : 0;
        }

        assertThat(twice).isBetween(150, 330);
        assertThat(late).isBetween(350, 600);
    }

    private List<StoreEvent> minutes(int minutes) throws InterruptedException {
        RandomStores stores = stores(Duration.ofMinutes(minutes), 42);
        List<StoreEvent> all = new ArrayList<>();
        List<StoreEvent> batch = stores.next(100);
        while (!batch.isEmpty()) {
            assertThat(batch).hasSizeLessThanOrEqualTo(100);
            all.addAll(batch);
            batch = stores.next(100);
        }
        return all;
    }

    private RandomStores stores(Duration duration, long seed) {
        return new RandomStores(
                new StoreSettings(5, 1_170, duration),
                new Random(seed),
                () -> now,
                pause -> now = now.plus(pause));
    }
}
