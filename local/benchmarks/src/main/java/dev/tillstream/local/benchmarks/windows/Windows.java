package dev.tillstream.local.benchmarks.windows;

import dev.tillstream.analytics.view.Measure;
import dev.tillstream.analytics.view.Timing;
import dev.tillstream.analytics.view.View;
import dev.tillstream.analytics.window.Arrival;
import dev.tillstream.analytics.window.Limits;
import dev.tillstream.analytics.window.Row;
import dev.tillstream.analytics.window.ShardWindows;
import dev.tillstream.analytics.window.SourceRecord;
import dev.tillstream.contract.json.DecodedEvent;
import dev.tillstream.contract.json.EventCodec;
import dev.tillstream.local.benchmarks.windows.Day.Minute;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Our windows, as a shard runs them, but with a table that takes everything at once. */
final class Windows {

    static final Duration GRACE = Duration.ofSeconds(10);

    /** A call brings what arrives in a second; at 1,000 a second a flush has its most events. */
    private static final int CALLS_A_FLUSH = 5;

    private static final View SALES =
            new View(
                    "sales_revenue",
                    List.of("sales-events"),
                    Set.of("sales-events"),
                    List.of("store_id"),
                    new Measure.Revenue(Measure.Returns.SUBTRACT),
                    new Timing(Duration.ofMinutes(1), GRACE, Duration.ofSeconds(5)),
                    List.of(),
                    "sales_revenue");

    private final EventCodec codec = new EventCodec();
    private final Map<Minute, BigDecimal> rows = new HashMap<>();
    private final ShardWindows windows =
            new ShardWindows(
                    List.of(SALES),
                    new Limits(Duration.ofMinutes(10), 100_000),
                    new TakingStore(),
                    this::deliver,
                    rejections -> {
                        throw new IllegalStateException("rejected: " + rejections.getFirst());
                    },
                    new DeafMeter());
    private int unflushed;

    private List<Row> deliver(List<Row> sent) {
        for (Row row : sent) {
            rows.put(
                    new Minute(row.window().store().value(), row.window().start()),
                    row.totals().amount().amount());
        }
        return sent;
    }

    /** From bytes to rows. */
    Map<Minute, BigDecimal> runBytes(Day day) {
        for (int from = 0; from < day.events().size(); from += day.perSecond()) {
            accept(decode(day, from));
        }
        return finish();
    }

    /** From events to rows. */
    Map<Minute, BigDecimal> runEvents(List<List<Arrival>> calls) {
        calls.forEach(this::accept);
        return finish();
    }

    List<List<Arrival>> decode(Day day) {
        List<List<Arrival>> calls = new ArrayList<>();
        for (int from = 0; from < day.events().size(); from += day.perSecond()) {
            calls.add(decode(day, from));
        }
        return calls;
    }

    private List<Arrival> decode(Day day, int from) {
        int to = Math.min(from + day.perSecond(), day.events().size());
        Instant arrived = Day.START.plusSeconds(from / day.perSecond() + 1);
        List<Arrival> arrivals = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            byte[] bytes = day.events().get(i);
            DecodedEvent read = codec.read(bytes);
            var source = new SourceRecord(Integer.toString(i), arrived, ByteBuffer.wrap(bytes));
            arrivals.add(new Arrival(read.event(), read.fields(), source));
        }
        return arrivals;
    }

    private void accept(List<Arrival> arrivals) {
        windows.accept(arrivals);
        unflushed++;
        if (unflushed == CALLS_A_FLUSH) {
            unflushed = 0;
            windows.flush();
            windows.publish(arrivals.getLast().source().arrived());
        }
    }

    private Map<Minute, BigDecimal> finish() {
        windows.flush();
        windows.publish(Instant.MAX);
        return rows;
    }
}
