package dev.tillstream.analytics.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What outlives workers in a test: the table, the rows that were delivered, the quarantine. */
final class Shop {

    static final RevenueView VIEW = new RevenueView("sales_revenue", RevenueView.Returns.SUBTRACT);
    static final Rules RULES =
            new Rules(
                    Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMinutes(10), 10_000);

    final InMemoryWindows table = new InMemoryWindows();
    final List<Row> delivered = new ArrayList<>();
    final List<Rejection> quarantine = new ArrayList<>();
    final CountingMeter meter = new CountingMeter();
    boolean accepting = true;

    ShardRevenue worker() {
        return worker(RULES);
    }

    ShardRevenue worker(Rules rules) {
        return new ShardRevenue(VIEW, rules, table, this::deliver, this::keep, meter);
    }

    /** A worker without memory takes over and waits until nothing is left to do. */
    void settle(Instant now) {
        table.step = () -> {};
        ShardRevenue last = worker();
        last.sweep(KeyRange.ALL, now);
        last.publish(now.plus(RULES.idle()));
        assertThat(table.pending(VIEW.name(), KeyRange.ALL, 1)).isEmpty();
        assertThat(last.size()).isZero();
    }

    /** Highest revision wins; the same revision must never say two things. */
    Map<WindowId, Row> published() {
        Map<WindowId, Row> latest = new HashMap<>();
        Map<String, Row> byRevision = new HashMap<>();
        for (Row row : delivered) {
            Row same = byRevision.putIfAbsent(row.window() + "#" + row.revision(), row);
            assertThat(row).isEqualTo(same == null ? row : same);
            latest.merge(row.window(), row, (a, b) -> a.revision() >= b.revision() ? a : b);
        }
        return latest;
    }

    private List<Row> deliver(List<Row> rows) {
        table.step.run();
        if (!accepting) {
            return List.of();
        }
        delivered.addAll(rows);
        table.step.run();
        return rows;
    }

    private void keep(List<Rejection> rejections) {
        table.step.run();
        quarantine.addAll(rejections);
        table.step.run();
    }
}
