package dev.tillstream.local.benchmarks.consumers;

import static dev.tillstream.local.benchmarks.Waiting.await;
import static dev.tillstream.local.benchmarks.consumers.Bench.say;

import dev.tillstream.local.testing.fault.Fault;
import dev.tillstream.local.testing.fault.Faults;
import dev.tillstream.local.testing.process.ServiceProcess;
import java.time.Duration;
import java.util.Map;

/** Sales keep coming while DynamoDB, then the bus, is away for a while. */
record Outage(Bench bench, Duration time, int count) {

    private static final Duration BOUND = Duration.ofMinutes(10);

    boolean run() throws InterruptedException {
        boolean dynamo = without("dynamodb");
        boolean bus = without("events");
        return dynamo && bus;
    }

    private boolean without(String service) throws InterruptedException {
        String store = "without-" + service;
        String tap = bench.books().tap(store);
        try (ServiceProcess dispatch = bench.start("dispatch-service", Map.of());
                ServiceProcess warehouse = bench.start("warehouse-service", Map.of());
                Faults faults = Faults.at(bench.aws().endpoint())) {
            faults.add(Fault.outage(time).on(service));
            long began = System.nanoTime();
            bench.tills().send("tillstream-dispatch", count, i -> Tills.sale(store, i));
            bench.tills().send("tillstream-warehouse", count, i -> Tills.sale(store, i));
            Thread.sleep(time);
            await(
                    "the end of both queues",
                    BOUND,
                    () ->
                            bench.books().depth("tillstream-dispatch") == 0
                                    && bench.books().depth("tillstream-warehouse") == 0);
            await(
                    "the end of the outbox",
                    BOUND,
                    () ->
                            bench.books().items("tillstream-orders", store).stream()
                                    .noneMatch(order -> order.containsKey("outbox")));
            long seconds = (System.nanoTime() - began) / 1_000_000_000;
            int orders = bench.books().items("tillstream-orders", store).size();
            int entries = bench.books().items("tillstream-stock-ledger", store).size();
            long told =
                    bench.books().heard(tap).keySet().stream()
                            .filter(id -> id.endsWith("-1"))
                            .count();
            long dead =
                    bench.books().depth("tillstream-dispatch-dlq")
                            + bench.books().depth("tillstream-warehouse-dlq");
            say(
                    ("%s away for %d s: after %d s %d orders, %d ledger entries, %d order-events of %d;"
                                    + " %d dead letters; RSS %d and %d MB")
                            .formatted(
                                    service,
                                    time.toSeconds(),
                                    seconds,
                                    orders,
                                    entries,
                                    told,
                                    count,
                                    dead,
                                    dispatch.residentMegabytes(),
                                    warehouse.residentMegabytes()));
            return orders == count && entries == count && told == count && dead == 0;
        }
    }
}
