package dev.tillstream.analytics.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.view.ViewFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What outlives workers in a test: the table, the rows that were delivered, the quarantine. */
final class Shop {

    static final View VIEW = ViewFixture.SALES_REVENUE;
    static final Limits LIMITS = new Limits(Duration.ofMinutes(10), 10_000);

    /** Longer than any view's idle time. */
    static final Duration SILENCE = Duration.ofSeconds(5);

    final InMemoryWindows table = new InMemoryWindows();
    final List<Row> delivered = new ArrayList<>();
    final List<Rejection> quarantine = new ArrayList<>();
    final CountingMeter meter = new CountingMeter();
    private final List<View> views;
    boolean accepting = true;

    Shop() {
        this(VIEW);
    }

    Shop(View... views) {
        this.views = List.of(views);
    }

    ShardWindows worker() {
        return worker(LIMITS);
    }

    ShardWindows worker(Limits limits) {
        return worker(limits, "sales-events");
    }

    /** A worker of a shard of some stream, with the views that read it. */
    ShardWindows worker(Limits limits, String stream) {
        return new ShardWindows(
                views.stream().filter(view -> view.reads(stream)).toList(),
                limits,
                table.of(stream),
                this::deliver,
                this::keep,
                meter);
    }

    /** Workers without memory take over and wait until nothing is left to do. */
    void settle(Instant now) {
        table.step = () -> {};
        views.stream()
                .flatMap(view -> view.streams().stream())
                .distinct()
                .forEach(stream -> settle(stream, now));
    }

    private void settle(String stream, Instant now) {
        ShardWindows last = worker(LIMITS, stream);
        last.sweep(KeyRange.ALL, now);
        last.publish(now.plus(SILENCE));
        for (View view : views) {
            assertThat(table.of(stream).pending(view, KeyRange.ALL, 1)).isEmpty();
        }
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
