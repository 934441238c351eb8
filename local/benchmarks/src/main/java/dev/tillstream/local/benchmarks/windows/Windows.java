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

    private static final int RECORDS_A_CALL = 1_000;

    /** As analytics-service's application.yaml has it. */
    private static final int FLUSH_EVENTS = 5_000;

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
    private final Map<String, BigDecimal> rows = new HashMap<>();
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
                    row.window().store().value() + "|" + row.window().start(),
                    row.totals().amount().amount());
        }
        return sent;
    }

    /** From bytes to rows. */
    Map<String, BigDecimal> runBytes(List<byte[]> events) {
        for (int from = 0; from < events.size(); from += RECORDS_A_CALL) {
            accept(decode(events, from, Math.min(from + RECORDS_A_CALL, events.size())));
        }
        return finish();
    }

    /** From events to rows. */
    Map<String, BigDecimal> runEvents(List<List<Arrival>> calls) {
        calls.forEach(this::accept);
        return finish();
    }

    List<List<Arrival>> decode(List<byte[]> events) {
        List<List<Arrival>> calls = new ArrayList<>();
        for (int from = 0; from < events.size(); from += RECORDS_A_CALL) {
            calls.add(decode(events, from, Math.min(from + RECORDS_A_CALL, events.size())));
        }
        return calls;
    }

    private List<Arrival> decode(List<byte[]> events, int from, int to) {
        List<Arrival> arrivals = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            DecodedEvent read = codec.read(events.get(i));
            Instant arrived = Day.START.plusSeconds(i / Day.PER_SECOND + 1);
            var source =
                    new SourceRecord(Integer.toString(i), arrived, ByteBuffer.wrap(events.get(i)));
            arrivals.add(new Arrival(read.event(), read.fields(), source));
        }
        return arrivals;
    }

    private void accept(List<Arrival> arrivals) {
        windows.accept(arrivals);
        unflushed += arrivals.size();
        if (unflushed >= FLUSH_EVENTS) {
            unflushed = 0;
            windows.flush();
            windows.publish(arrivals.getLast().source().arrived());
        }
    }

    private Map<String, BigDecimal> finish() {
        windows.flush();
        windows.publish(Instant.MAX);
        return rows;
    }
}
