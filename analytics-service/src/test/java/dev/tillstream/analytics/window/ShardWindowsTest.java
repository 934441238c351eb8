package dev.tillstream.analytics.window;

import static dev.tillstream.analytics.window.SaleFixture.NOON;
import static dev.tillstream.analytics.window.SaleFixture.arrival;
import static dev.tillstream.analytics.window.SaleFixture.sale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.view.Key;
import dev.tillstream.analytics.view.Measure;
import dev.tillstream.analytics.view.Timing;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.view.ViewFixture;
import dev.tillstream.contract.Money;
import dev.tillstream.contract.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ShardWindowsTest {

    private final Shop shop = new Shop();
    private final ShardWindows shard = shop.worker();

    @Test
    void closesAWindowWhenItsStoreHasPassedItsEndByTheGrace() {
        take(arrival(sale("a", "1", NOON.plusSeconds(59), "10.00"), NOON));
        take(arrival(sale("a", "2", NOON.plusSeconds(69), "5.00"), NOON));
        shard.publish(NOON);
        assertThat(shop.delivered).isEmpty();

        take(arrival(sale("a", "3", NOON.plusSeconds(70), "7.00"), NOON));
        shard.publish(NOON);
        assertThat(shop.delivered).containsExactly(row("a", NOON, 0, "10.00", 1, 0, 0));
    }

    @Test
    void neverClosesAWindowForAnotherStoresFastClock() {
        take(arrival(sale("a", "1", NOON, "10.00")));
        take(arrival(sale("b", "2", NOON.plusSeconds(500), "1.00"), NOON));
        shard.publish(NOON.plusSeconds(4));
        assertThat(shop.delivered).isEmpty();
    }

    @Test
    void closesTheWindowsOfASilentStoreByTheClock() {
        take(arrival(sale("a", "1", NOON.plusSeconds(59), "10.00")));
        shard.publish(NOON.plusMillis(69_999));
        assertThat(shop.delivered).isEmpty();
        shard.publish(NOON.plusSeconds(70));
        assertThat(shop.delivered).hasSize(1);
    }

    @Test
    void waitsForAStoreThatStillTalks() {
        take(arrival(sale("a", "1", NOON, "10.00"), NOON.plusSeconds(68)));
        shard.publish(NOON.plusMillis(72_999));
        assertThat(shop.delivered).isEmpty();
        shard.publish(NOON.plusSeconds(73));
        assertThat(shop.delivered).hasSize(1);
    }

    @Test
    void putsEachSideOfMidnightIntoItsOwnMinute() {
        Instant midnight = Instant.parse("2026-12-31T00:00:00Z").plus(Duration.ofDays(1));
        take(arrival(sale("a", "1", midnight.minusSeconds(1), "1.00")));
        take(arrival(sale("a", "2", midnight, "2.00")));
        shard.publish(midnight.plusSeconds(1000));
        assertThat(shop.delivered)
                .containsExactlyInAnyOrder(
                        row("a", midnight.minusSeconds(60), 0, "1.00", 1, 0, 0),
                        row("a", midnight, 0, "2.00", 1, 0, 0));
    }

    @Test
    void subtractsReturns() {
        take(arrival(sale("a", "1", NOON, "10.00")));
        take(arrival(sale("a", "2", NOON, "12.50", true)));
        shard.publish(NOON.plusSeconds(100));
        assertThat(shop.delivered).containsExactly(row("a", NOON, 0, "-2.50", 2, 1, 0));
    }

    @Test
    void addsReturnsWhenToldSo() {
        View view =
                ViewFixture.revenue(
                        "sales_revenue", Measure.Returns.ADD, ViewFixture.MINUTE, "store_id");
        var adder = new Shop(view);
        ShardWindows adding = adder.worker();
        adding.accept(List.of(arrival(sale("a", "1", NOON, "10.00"))));
        adding.accept(List.of(arrival(sale("a", "2", NOON, "12.50", true))));
        adding.flush();
        adding.publish(NOON.plusSeconds(100));
        assertThat(adder.delivered).containsExactly(row("a", NOON, 0, "22.50", 2, 1, 0));
    }

    @Test
    void correctsARowOncePerFlushWhateverComesLate() {
        take(arrival(sale("a", "1", NOON, "10.00")));
        shard.publish(NOON.plusSeconds(100));
        take(arrival(sale("a", "2", NOON, "1.00")), arrival(sale("a", "3", NOON, "2.00")));
        shard.publish(NOON.plusSeconds(100));
        take(arrival(sale("a", "2", NOON, "1.00")));
        shard.publish(NOON.plusSeconds(100));
        assertThat(shop.delivered)
                .containsExactly(
                        row("a", NOON, 0, "10.00", 1, 0, 0), row("a", NOON, 1, "13.00", 3, 0, 2));
        assertThat(shop.meter.late).isEqualTo(2);
        assertThat(shop.meter.duplicates).isEqualTo(1);
        assertThat(shop.meter.corrections).isEqualTo(1);
    }

    @Test
    void findsAWindowOfLongAgoAgain() {
        Instant longAgo = Instant.parse("2010-12-01T08:26:00Z");
        take(arrival(sale("United Kingdom", "1", longAgo, "15.30"), NOON));
        shard.publish(NOON.plusSeconds(5));
        ShardWindows nextYear = shop.worker();
        nextYear.accept(
                List.of(
                        arrival(sale("United Kingdom", "1", longAgo, "15.30"), NOON),
                        arrival(sale("United Kingdom", "2", longAgo, "20.34"), NOON)));
        nextYear.flush();
        nextYear.publish(NOON.plusSeconds(5));
        assertThat(shop.delivered)
                .last()
                .isEqualTo(row("United Kingdom", longAgo, 1, "35.64", 2, 0, 1));
    }

    @Test
    void setsAsideWhatComesFromTheFuture() {
        take(
                arrival(sale("a", "1", NOON.plusSeconds(600), "1.00"), NOON),
                arrival(sale("a", "2", NOON.plusSeconds(601), "2.00"), NOON));
        shard.publish(NOON.plusSeconds(1000));
        assertThat(shop.delivered)
                .containsExactly(row("a", NOON.plusSeconds(600), 0, "1.00", 1, 0, 0));
        assertThat(shop.quarantine)
                .extracting(Rejection::reason)
                .containsExactly(Rejection.Reason.FUTURE);
    }

    @Test
    void setsAsideWhatComesAfterItsWindowHasExpired() {
        WindowId window = WindowId.at(Shop.VIEW, Key.of(new StoreId("a")), NOON);
        shop.table.windows.put(
                window,
                new StoredWindow(
                        new WindowState(window, 7, Totals.NONE, null, true, true), Set.of()));
        take(arrival(sale("a", "1", NOON, "1.00")));
        shard.publish(NOON.plusSeconds(1000));
        assertThat(shop.quarantine)
                .extracting(Rejection::reason)
                .containsExactly(Rejection.Reason.TOO_LATE);
        assertThat(shop.delivered).isEmpty();
        assertThat(shard.size()).isZero();
    }

    @Test
    void sendsAStoredRowAgainUntilItIsAccepted() {
        shop.accepting = false;
        take(arrival(sale("a", "1", NOON, "1.00")));
        shard.publish(NOON.plusSeconds(100));
        assertThat(shop.table.storedRows).hasSize(1);
        shop.accepting = true;
        shard.publish(NOON.plusSeconds(101));
        shard.publish(NOON.plusSeconds(102));
        assertThat(shop.delivered).containsExactlyElementsOf(shop.table.storedRows);
    }

    @Test
    void takesUpWhatADeadWorkerLeft() {
        take(arrival(sale("a", "1", NOON, "1.00")));
        ShardWindows next = shop.worker();
        next.sweep(KeyRange.ALL, NOON.plusSeconds(100));
        next.publish(NOON.plusSeconds(104));
        assertThat(shop.delivered).as("a store that was just found counts as heard").isEmpty();
        next.publish(NOON.plusSeconds(105));
        assertThat(shop.delivered).hasSize(1);
        assertThat(next.size()).isZero();
    }

    @Test
    void leavesTheStoresOfOtherShardsAlone() {
        take(arrival(sale("store_1", "1", NOON, "1.00")));
        ShardWindows other = shop.worker();
        other.sweep(new KeyRange(java.math.BigInteger.ZERO, java.math.BigInteger.ONE), NOON);
        assertThat(other.size()).isZero();
    }

    @Test
    void keepsNoMoreWindowsInMemoryThanItMayAndLosesNone() {
        shop.accepting = false;
        var three = new Limits(Shop.LIMITS.future(), 3);
        ShardWindows small = shop.worker(three);
        for (int i = 0; i < 10; i++) {
            small.accept(List.of(arrival(sale("a", "s" + i, NOON.plusSeconds(60L * i), "1.00"))));
            small.flush();
            small.publish(NOON.plusSeconds(60L * i));
            assertThat(small.size()).isLessThanOrEqualTo(3);
        }
        shop.accepting = true;
        for (int i = 0; i < 10; i++) {
            small.sweep(KeyRange.ALL, NOON.plusSeconds(2000 + 10L * i));
            small.publish(NOON.plusSeconds(2005 + 10L * i));
        }
        assertThat(shop.published()).hasSize(10);
    }

    @Test
    void hasNothingInMemoryWhenAllIsPublished() {
        take(arrival(sale("a", "1", NOON, "1.00")), arrival(sale("b", "1", NOON, "1.00")));
        assertThat(shard.size()).isEqualTo(2);
        shard.publish(NOON.plusSeconds(100));
        assertThat(shard.size()).isZero();
    }

    @Test
    void countsAnEventOnceInEachViewThatTakesIt() {
        var both = new Shop(ViewFixture.SALES_REVENUE, ViewFixture.PIECES);
        ShardWindows worker = both.worker();
        worker.accept(
                List.of(
                        arrival(sale("a", "1", NOON, "10.00")),
                        arrival(sale("a", "1", NOON, "10.00")),
                        arrival(sale("a", "2", NOON, "4.00", true))));
        worker.flush();
        worker.publish(NOON.plusSeconds(100));
        assertThat(both.delivered)
                .containsExactlyInAnyOrder(
                        row("a", NOON, 0, "6.00", 2, 1, 0),
                        new Row(
                                new WindowId(
                                        ViewFixture.PIECES,
                                        NOON,
                                        new Key(new StoreId("a"), List.of("MINOTAUR"))),
                                0,
                                new Totals(Money.of("1"), 1, 0, 0)));
        assertThat(both.meter.duplicates).isEqualTo(2);
    }

    @Test
    void closesTheWindowsOfEachViewInItsOwnTime() {
        View fast =
                ViewFixture.revenue(
                        "fast",
                        Measure.Returns.SUBTRACT,
                        new Timing(Duration.ofSeconds(10), Duration.ZERO, Duration.ZERO),
                        "store_id");
        var both = new Shop(fast, Shop.VIEW);
        ShardWindows worker = both.worker();
        worker.accept(List.of(arrival(sale("a", "1", NOON, "10.00"))));
        worker.flush();
        worker.publish(NOON.plusSeconds(10));
        assertThat(both.delivered)
                .extracting(row -> row.window().view().name())
                .containsExactly("fast");
        worker.publish(NOON.plusSeconds(100));
        assertThat(both.delivered).hasSize(2);
    }

    @Test
    void setsAsideWhatOneViewCannotUseAndCountsItInTheOthers() {
        View byTable = ViewFixture.revenue("by_table", "store_id", "table");
        var both = new Shop(byTable, Shop.VIEW);
        ShardWindows worker = both.worker();
        worker.accept(List.of(arrival(sale("a", "1", NOON, "10.00"))));
        worker.flush();
        worker.publish(NOON.plusSeconds(100));
        assertThat(both.delivered).containsExactly(row("a", NOON, 0, "10.00", 1, 0, 0));
        assertThat(both.quarantine)
                .singleElement()
                .satisfies(rejection -> {
                    assertThat(rejection.reason()).isEqualTo(Rejection.Reason.UNUSABLE);
                    assertThat(rejection.view()).isEqualTo("by_table");
                    assertThat(rejection.explanation()).isEqualTo("table is missing");
                });
    }

    private void take(Arrival... arrivals) {
        shard.accept(List.of(arrivals));
        shard.flush();
    }

    private static Row row(
            String store,
            Instant start,
            long revision,
            String revenue,
            long events,
            long returns,
            long late) {
        return new Row(
                new WindowId(Shop.VIEW, start, Key.of(new StoreId(store))),
                revision,
                new Totals(Money.of(revenue), events, returns, late));
    }
}
