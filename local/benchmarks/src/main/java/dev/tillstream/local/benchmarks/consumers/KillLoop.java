package dev.tillstream.local.benchmarks.consumers;

import static dev.tillstream.local.benchmarks.Waiting.await;
import static dev.tillstream.local.benchmarks.consumers.Bench.say;

import dev.tillstream.local.testing.process.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Kills both consumers again and again while they work, each third time gently, and counts what is
 * there in the end.
 */
record KillLoop(Bench bench, int count) {

    private static final String STORE = "killed";
    private static final Duration BOUND = Duration.ofMinutes(20);

    /** Short, so that what a killed service held comes again soon. */
    private static final Map<String, String> QUICK =
            Map.of(
                    "TILLSTREAM_DISPATCH_SQS_VISIBILITY", "5s",
                    "TILLSTREAM_WAREHOUSE_SQS_VISIBILITY", "5s",
                    "TILLSTREAM_OUTBOX_OVERDUE", "2s",
                    "TILLSTREAM_OUTBOX_CLAIM", "5s",
                    "TILLSTREAM_DISPATCH_SQS_FIRSTRETRY", "1s",
                    "TILLSTREAM_WAREHOUSE_SQS_FIRSTRETRY", "1s");

    boolean run() throws InterruptedException {
        String tap = bench.books().tap(STORE);
        stockUp();
        bench.tills().send("tillstream-dispatch", count, i -> Tills.sale(STORE, i));
        bench.tills().send("tillstream-warehouse", count, i -> Tills.sale(STORE, i));
        long began = System.nanoTime();
        int kills = killUntilEmpty();
        try (ServiceProcess dispatch = bench.start("dispatch-service", QUICK);
                ServiceProcess warehouse = bench.start("warehouse-service", QUICK)) {
            await("the end of both queues", BOUND, this::queuesAreEmpty);
            await("the end of both outboxes", BOUND, this::outboxesAreEmpty);
            say(
                    "%d stops, of which each third was SIGTERM, in %d s; RSS at the end %d and %d MB"
                            .formatted(
                                    kills,
                                    (System.nanoTime() - began) / 1_000_000_000,
                                    dispatch.residentMegabytes(),
                                    warehouse.residentMegabytes()));
        }
        return isExact(tap);
    }

    /** Before the run, so that each product becomes low once and negative once. */
    private void stockUp() throws InterruptedException {
        var deliveries = Tills.delivery(STORE, count / Tills.skus() / 2);
        bench.tills().send("tillstream-warehouse", deliveries.size(), deliveries::get);
        try (ServiceProcess warehouse = bench.start("warehouse-service", QUICK)) {
            await(
                    "the deliveries",
                    BOUND,
                    () ->
                            warehouse.metric("tillstream.warehouse.messages", "outcome:recorded")
                                            == deliveries.size()
                                    && queuesAreEmpty());
        }
    }

    private int killUntilEmpty() throws InterruptedException {
        Random random = new Random(9);
        int kills = 0;
        while (!queuesAreEmpty()) {
            ServiceProcess dispatch = bench.start("dispatch-service", QUICK);
            ServiceProcess warehouse = bench.start("warehouse-service", QUICK);
            Thread.sleep(500 + random.nextInt(3000));
            kills += 2;
            if (kills % 6 == 0) {
                dispatch.stop();
                warehouse.stop();
            } else {
                dispatch.kill();
                warehouse.kill();
            }
        }
        return kills;
    }

    private boolean queuesAreEmpty() {
        return bench.books().depth("tillstream-dispatch") == 0
                && bench.books().depth("tillstream-warehouse") == 0;
    }

    private boolean outboxesAreEmpty() {
        return hasNoMarks("tillstream-orders") && hasNoMarks("tillstream-stock-ledger");
    }

    private boolean hasNoMarks(String table) {
        return bench.books().items(table, STORE).stream()
                .noneMatch(item -> item.containsKey("outbox"));
    }

    private boolean isExact(String tap) {
        int skus = Tills.skus();
        Map<String, AtomicLong> heard = bench.books().heard(tap);
        long orderEvents = heard.keySet().stream().filter(id -> id.endsWith("-1")).count();
        long repeats = heard.values().stream().mapToLong(AtomicLong::get).sum() - heard.size();
        List<Boolean> exact =
                List.of(
                        is("orders", count, bench.books().items("tillstream-orders", STORE).size()),
                        is(
                                "ledger entries",
                                count + skus,
                                bench.books().items("tillstream-stock-ledger", STORE).size()),
                        is(
                                "levels that are not their ledger's sum",
                                0,
                                bench.books().wrongLevels(STORE).size()),
                        is("order-events", count, orderEvents),
                        is("stock-events", 2L * skus, heard.size() - orderEvents),
                        is("dead letters", 0, deadLetters()));
        say("follow-up events heard more than once: %d".formatted(repeats));
        return !exact.contains(false);
    }

    private long deadLetters() {
        return bench.books().depth("tillstream-dispatch-dlq")
                + bench.books().depth("tillstream-warehouse-dlq");
    }

    private static boolean is(String what, long expected, long found) {
        say(
                "%-40s %7d of %7d %s"
                        .formatted(what, found, expected, found == expected ? "exact" : "WRONG"));
        return found == expected;
    }
}
