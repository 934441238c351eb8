package dev.tillstream.local.benchmarks.analytics;

import static dev.tillstream.local.benchmarks.Waiting.await;

import dev.tillstream.local.testing.process.ServiceProcess;
import dev.tillstream.producer.kinesis.KinesisApi;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** A stream that is full before its only worker starts: how fast that is, and what it takes. */
record CatchUp(Bench bench, int count) {

    private static final Instant START = Instant.parse("2010-12-01T08:00:00Z");
    private static final int PER_SECOND = 1_000;
    private static final int STORES = 5;
    private static final Duration BOUND = Duration.ofMinutes(10);

    void run() throws InterruptedException {
        try (Stream stream = bench.stream(KinesisApi.AGGREGATED, STORES)) {
            for (int second = 0; second < count / PER_SECOND; second++) {
                stream.sell(PER_SECOND, START.plusSeconds(second));
            }
            stream.drain();
            long began = System.nanoTime();
            Duration awsBefore = bench.aws().cpu();
            try (ServiceProcess analytics = bench.start(Map.of())) {
                await("the first", BOUND, () -> counted(analytics) > 0);
                long first = System.nanoTime();
                Duration cpuBefore = analytics.cpu();
                int before = counted(analytics);
                await("the last", BOUND, () -> counted(analytics) == stream.sent());
                double seconds = (System.nanoTime() - first) / 1e9;
                int events = stream.sent() - before;
                System.out.printf(
                        Locale.ROOT,
                        "| %,d records, aggregated | %,.0f /s | %,.0f a second of its CPU | %.1f s from its start | %d MB |%n",
                        stream.sent(),
                        events / seconds,
                        events * 1e9 / analytics.cpu().minus(cpuBefore).toNanos(),
                        (System.nanoTime() - began) / 1e9,
                        analytics.residentMegabytes());
                Rows rows = bench.rows(analytics);
                Instant end = START.plusSeconds(count / PER_SECOND);
                await(
                        "the last row",
                        Duration.ofMinutes(2),
                        () -> rows.read(START, end).size() == stream.revenue().size());
                Rows.check(rows.read(START, end), stream.revenue());
                System.out.printf(
                        Locale.ROOT,
                        "exact; the embedded AWS used %.1f s of CPU%n",
                        bench.aws().cpu().minus(awsBefore).toMillis() / 1e3);
            }
        }
    }

    private static int counted(ServiceProcess analytics) {
        return (int) analytics.metric("tillstream.analytics.events", "view:sales_revenue");
    }
}
