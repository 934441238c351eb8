package dev.tillstream.local.benchmarks.analytics;

import static dev.tillstream.local.benchmarks.Waiting.await;

import dev.tillstream.local.testing.process.ServiceProcess;
import dev.tillstream.producer.kinesis.KinesisApi;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Sales at an even rate: how long after a minute's end its row is final, and the memory. */
record Steady(Bench bench, int perSecond, Duration time) {

    private static final Map<String, String> PRODUCTION =
            Map.of(
                    "TILLSTREAM_ANALYTICS_SHARD_FLUSHINTERVAL", "2s",
                    "TILLSTREAM_ANALYTICS_KINESIS_POLLINTERVAL", "500ms");
    private static final int STORES = 50;
    private static final int TICKS = 10;
    private static final Duration GRACE = Duration.ofSeconds(10);

    void run() throws InterruptedException {
        try (ServiceProcess analytics = bench.start(PRODUCTION);
                Stream stream = bench.stream(KinesisApi.PUT_RECORDS, STORES)) {
            Instant began = Instant.now();
            Duration cpuBefore = analytics.cpu();
            long start = System.nanoTime();
            long resident = 0;
            for (long tick = 0; tick < time.toSeconds() * TICKS; tick++) {
                LockSupport.parkNanos(start + tick * 1_000_000_000 / TICKS - System.nanoTime());
                stream.sell(perSecond / TICKS, Instant.now().truncatedTo(ChronoUnit.SECONDS));
                if (tick % TICKS == 0) {
                    resident = Math.max(resident, analytics.residentMegabytes());
                }
            }
            stream.drain();
            Duration cpu = analytics.cpu().minus(cpuBefore);
            Rows rows = bench.rows(analytics);
            Instant from = began.truncatedTo(ChronoUnit.MINUTES);
            Instant to = Instant.now();
            await(
                    "the last row",
                    Duration.ofMinutes(2),
                    () -> rows.read(from, to).size() == stream.revenue().size());
            Map<Minute, Rows.Row> read = rows.read(from, to);
            Rows.check(read, stream.revenue());
            Instant last = to.truncatedTo(ChronoUnit.MINUTES);
            // The last minute is closed by the clock of its shard, as nothing comes after it.
            List<Long> delays =
                    read.entrySet().stream()
                            .filter(row -> row.getKey().start().isBefore(last))
                            .map(row ->
                                    Duration.between(
                                                    row.getKey().end().plus(GRACE),
                                                    row.getValue().publishedAt())
                                            .toMillis())
                            .sorted()
                            .toList();
            System.out.printf(
                    Locale.ROOT,
                    "| %,d/s for %d s, %d rows | p50 %d ms | p99 %d ms | largest %d ms | %d MB | %.2f ms of its CPU an event |%n",
                    perSecond,
                    time.toSeconds(),
                    delays.size(),
                    delays.get(delays.size() / 2),
                    delays.get(delays.size() * 99 / 100),
                    delays.getLast(),
                    resident,
                    cpu.toMillis() / (double) stream.sent());
        }
    }
}
