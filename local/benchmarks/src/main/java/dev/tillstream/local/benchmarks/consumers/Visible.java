package dev.tillstream.local.benchmarks.consumers;

import static dev.tillstream.local.benchmarks.consumers.Bench.say;

import dev.tillstream.access.key.Role;
import dev.tillstream.contract.StoreId;
import dev.tillstream.local.testing.process.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** From the POST of a sale until its order can be seen, at a steady rate. */
record Visible(Bench bench, int perSecond, Duration time) {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    /** Who looks for every order would measure how fast dispatch says that it isn't there yet. */
    private static final int LOOKED_FOR = 20;

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
        ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
        String till = "Bearer " + bench.keys().createForStore(new StoreId(store)).key().reveal();
        String reader = "Bearer " + bench.keys().create(Role.READER).key().reveal();
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / rate;
            LockSupport.parkNanos(due - System.nanoTime());
            int number = i;
            boolean lookedFor = i % LOOKED_FOR == 0;
            threads.execute(() -> {
                try {
                    post(http, ingest.address(), till, store, number);
                    if (lookedFor) {
                        look(http, dispatch.address(), reader, orderId(store, "r-" + number), due);
                        nanos.add(System.nanoTime() - due);
                    }
                } catch (IOException | InterruptedException | RuntimeException e) {
                    failures.add(e);
                }
            });
        }
        threads.shutdown();
        if (!threads.awaitTermination(60, TimeUnit.SECONDS) || !failures.isEmpty()) {
            throw new IllegalStateException(
                    "%s: %d of %d looked for were not seen in time, messages in the queue: %d; first: %s"
                            .formatted(
                                    store,
                                    failures.size(),
                                    count / LOOKED_FOR,
                                    bench.books().depth("tillstream-dispatch"),
                                    failures.peek()));
        }
        return nanos.stream().sorted().toList();
    }

    private static void post(HttpClient http, URI ingest, String key, String store, int number)
            throws IOException, InterruptedException {
        String body =
                """
                {"detail-type":"sales-events","time":"2021-03-06T17:15:06Z","detail":
                 {"request_id":"%s","store_id":"%s","name":"Article %d","category":"Books","sales":75.32}}\
                """
                        .formatted("r-" + number, store, number % ARTICLES);
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

    private static void look(HttpClient http, URI dispatch, String key, String order, long since)
            throws IOException, InterruptedException {
        HttpRequest get =
                HttpRequest.newBuilder(dispatch.resolve("/orders/" + order))
                        .header("Authorization", key)
                        .build();
        while (http.send(get, BodyHandlers.discarding()).statusCode() != 200) {
            if (System.nanoTime() - since > PATIENCE.toNanos()) {
                throw new IllegalStateException("order " + order + " is not visible");
            }
            // Who looked on at the same pace would be most of the load once orders are late.
            long waited = System.nanoTime() - since;
            Thread.sleep(Duration.ofNanos(Math.max(LOOK_AGAIN.toNanos(), waited / 10)));
        }
    }

    /** The identity of a sale, as the contract makes it. */
    private static String orderId(String store, String request) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    ("sales-events\0" + store + "\0" + request + "\0")
                                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
