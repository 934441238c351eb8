package dev.tillstream.local.benchmarks.consumers;

import static dev.tillstream.local.benchmarks.Waiting.await;
import static dev.tillstream.local.benchmarks.consumers.Bench.say;

import dev.tillstream.local.testing.process.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A queue that is full before its only consumer starts: how fast that is, and what it takes. */
record Drain(Bench bench, String service, String queue, String meter, int count) {

    private static final Duration BOUND = Duration.ofMinutes(15);

    static Drain ofDispatch(Bench bench, int count) {
        return new Drain(
                bench,
                "dispatch-service",
                "tillstream-dispatch",
                "tillstream.dispatch.messages",
                count);
    }

    static Drain ofWarehouse(Bench bench, int count) {
        return new Drain(
                bench,
                "warehouse-service",
                "tillstream-warehouse",
                "tillstream.warehouse.messages",
                count);
    }

    /** Prints a row of the table. */
    void run() throws InterruptedException {
        String store = "drained-" + count;
        bench.tills().send(queue, count, i -> Tills.sale(store, i));
        Duration awsBefore = bench.aws().cpu();
        try (ServiceProcess consumer = bench.start(service, Map.of())) {
            Duration cpuBefore = consumer.cpu();
            long began = System.nanoTime();
            List<Long> resident = new ArrayList<>();
            await(
                    "the end of " + queue,
                    BOUND,
                    () -> {
                        resident.add(consumer.residentMegabytes());
                        return bench.books().depth(queue) == 0;
                    });
            double seconds = (System.nanoTime() - began) / 1e9;
            Duration cpu = consumer.cpu().minus(cpuBefore);
            Duration aws = bench.aws().cpu().minus(awsBefore);
            double failed = consumer.metric(meter, "outcome:failed");
            say(
                    "| %s, %,d events | %.0f /s | %.2f ms | %.2f ms | %d MB | %d MB | %.0f |"
                            .formatted(
                                    service,
                                    count,
                                    count / seconds,
                                    cpu.toMillis() / (double) count,
                                    aws.toMillis() / (double) count,
                                    resident.get(resident.size() / 4),
                                    resident.stream().mapToLong(Long::longValue).max().orElse(0),
                                    failed));
        }
    }

    static void header() {
        say(
                "| alone | rate | its CPU per event | CPU of the embedded AWS per event"
                        + " | RSS after a quarter | largest RSS | failed |");
        say("|---|---|---|---|---|---|---|");
    }
}
