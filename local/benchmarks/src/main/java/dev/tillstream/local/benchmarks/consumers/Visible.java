package dev.tillstream.local.benchmarks.consumers;

import static dev.tillstream.local.benchmarks.consumers.Bench.say;

import dev.tillstream.access.key.KeyOffice;
import dev.tillstream.access.key.Role;
import dev.tillstream.contract.StoreId;
import dev.tillstream.local.testing.process.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** From the POST of a sale until its order can be seen, at a steady rate. */
record Visible(Bench bench, int perSecond, Duration time) {

    /** One shelf that all tills sell from would be what bounds it. */
    private static final int ARTICLES = 50;

    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration SEND_AGAIN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    void run() throws InterruptedException {
        try (ServiceProcess ingest = bench.start("ingest-service", Map.of());
                ServiceProcess dispatch = bench.start("dispatch-service", Map.of());
                ServiceProcess warehouse = bench.start("warehouse-service", Map.of())) {
            measure(ingest, dispatch, "cold", perSecond / 5, WARM_UP);
            measure(ingest, dispatch, "warm", perSecond, WARM_UP);
            List<Long> nanos = measure(ingest, dispatch, "visible", perSecond, time);
            say(
                    "| POST to order visible, %d/s for %d s | p50 | p99 | largest | RSS of ingest, dispatch, warehouse |"
                            .formatted(perSecond, time.toSeconds()));
            say("|---|---|---|---|---|");
            say(
                    "| %d events | %d ms | %d ms | %d ms | %d, %d, %d MB |"
                            .formatted(
                                    nanos.size(),
                                    nanos.get(nanos.size() / 2) / 1_000_000,
                                    nanos.get(nanos.size() * 99 / 100) / 1_000_000,
                                    nanos.getLast() / 1_000_000,
                                    ingest.residentMegabytes(),
                                    dispatch.residentMegabytes(),
                                    warehouse.residentMegabytes()));
        }
    }

    /** Sorted; each from the time when its event was due. */
    private List<Long> measure(
            ServiceProcess ingest, ServiceProcess dispatch, String store, int rate, Duration time)
            throws InterruptedException {
        int count = (int) (rate * time.toSeconds());
        KeyOffice keys = bench.aws().keys();
        String till = "Bearer " + keys.createForStore(new StoreId(store)).key().reveal();
        String reader = "Bearer " + keys.create(Role.READER).key().reveal();
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        OrderWatch watch = new OrderWatch(http, dispatch.address(), reader, store, count);
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<long[]> seen =
                    threads.submit(() -> watch.run(start + time.plus(PATIENCE).toNanos()));
            List<Future<?>> posts = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int number = i;
                LockSupport.parkNanos(due(start, number, rate) - System.nanoTime());
                posts.add(
                        threads.submit(() -> {
                            post(http, ingest.address(), till, store, number);
                            return null;
                        }));
            }
            for (Future<?> post : posts) {
                post.get();
            }
            long[] at = seen.get();
            return IntStream.range(0, count)
                    .mapToObj(number -> at[number] - due(start, number, rate))
                    .sorted()
                    .toList();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "%s: not all became visible, messages in the queue: %d"
                            .formatted(store, bench.books().depth("tillstream-dispatch")),
                    e);
        }
    }

    private static long due(long start, int number, int rate) {
        return start + number * 1_000_000_000L / rate;
    }

    private static void post(HttpClient http, URI ingest, String key, String store, int number)
            throws IOException, InterruptedException {
        String body =
                """
                {"detail-type":"sales-events","time":"%s","detail":
                 {"request_id":"%s","store_id":"%s","name":"Article %d","category":"Books","sales":75.32}}\
                """
                        .formatted(
                                OrderWatch.FIRST_SALE.plusSeconds(number),
                                "r-" + number,
                                store,
                                number % ARTICLES);
        HttpRequest request =
                HttpRequest.newBuilder(ingest.resolve("/events"))
                        .header("Content-Type", "application/json")
                        .header("Authorization", key)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        long since = System.nanoTime();
        var answer = http.send(request, BodyHandlers.ofString());
        // As a till does; the time until then counts.
        while (answer.statusCode() == 503 && System.nanoTime() - since < PATIENCE.toNanos()) {
            Thread.sleep(SEND_AGAIN);
            answer = http.send(request, BodyHandlers.ofString());
        }
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }
}
