package dev.tillstream.analytics;

import dev.tillstream.analytics.view.Key;
import dev.tillstream.analytics.view.ViewFixture;
import dev.tillstream.analytics.window.SaleFixture;
import dev.tillstream.analytics.window.Totals;
import dev.tillstream.analytics.window.WindowId;
import dev.tillstream.contract.SaleRecorded;
import dev.tillstream.contract.StoreId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Invented sales of invented stores, some sent twice, and what they amount to. */
final class Day {

    private final SplittableRandom random = new SplittableRandom(7);
    private final String prefix;
    private final List<SaleRecorded> sent = new ArrayList<>();

    /**
     * A new day.
     *
     * @param prefix of the stores' names, so that tests that share a stream don't meet
     */
    Day(String prefix) {
        this.prefix = prefix;
    }

    /** More sales, within the last two minutes before a time, every tenth of them repeated. */
    synchronized List<SaleRecorded> sell(int count, Instant until) {
        List<SaleRecorded> sales = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            sales.add(
                    i % 10 == 9 && !sent.isEmpty()
                            ? sent.get(random.nextInt(sent.size()))
                            : sale(until.minusSeconds(random.nextInt(120))));
        }
        sent.addAll(sales);
        return sales;
    }

    synchronized int size() {
        return sent.size();
    }

    Set<StoreId> stores() {
        return IntStream.range(0, 5)
                .mapToObj(i -> new StoreId(prefix + i))
                .collect(Collectors.toSet());
    }

    /** Store and request of each sale. */
    Set<String> requests() {
        return sent.stream()
                .map(sale -> sale.storeId() + " " + sale.requestId())
                .collect(Collectors.toSet());
    }

    Map<WindowId, Totals> totals() {
        Map<WindowId, Totals> totals = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (SaleRecorded sale : sent) {
            if (seen.add(sale.storeId() + " " + sale.requestId())) {
                var one = new Totals(sale.revenue(), 1, sale.returned() ? 1 : 0, 0);
                var window =
                        WindowId.at(ViewFixture.SALES_REVENUE, Key.of(sale.storeId()), sale.time());
                totals.merge(window, one, Totals::plus);
            }
        }
        return totals;
    }

    private SaleRecorded sale(Instant time) {
        return SaleFixture.sale(
                prefix + random.nextInt(5),
                "sale-" + sent.size() + "-" + random.nextLong(),
                time,
                random.nextInt(10_000) + "." + (10 + random.nextInt(90)),
                random.nextInt(20) == 0);
    }
}
