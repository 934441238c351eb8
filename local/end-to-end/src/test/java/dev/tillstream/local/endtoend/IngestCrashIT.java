package dev.tillstream.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Tills that go on sending while ingest-service is ended by SIGTERM and by SIGKILL. */
class IngestCrashIT {

    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final String STORE = "store_crash";
    private static final int TILLS = 8;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger resent = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    @TempDir private Path folder;

    @Test
    void whatTillsWereToldIsAcceptedBecameOneOrderEach() throws IOException, InterruptedException {
        int port = FreePorts.base();
        try (Run up =
                Run.start("up", "--port", String.valueOf(port), "--state", folder.toString())) {
            await().atMost(BOUND).until(() -> up.says("Revenue per store") || !up.isAlive());
            assertThat(up.isAlive()).as(() -> String.join("\n", up.lines())).isTrue();
            List<Thread> tills =
                    IntStream.range(0, TILLS)
                            .mapToObj(i -> Thread.ofVirtual().start(() -> till(port)))
                            .toList();

            acceptedMore(100);
            ingest().destroyForcibly();
            acceptedMore(100);
            ingest().destroy();
            acceptedMore(100);
            over.set(true);
            for (Thread till : tills) {
                assertThat(till.join(BOUND)).isTrue();
            }

            assertThat(resent).hasPositiveValue();
            assertThat(accepted).hasSize(numbers.get());
            await().atMost(BOUND).until(() -> orders(port).size() >= accepted.size());
            assertThat(orders(port)).containsExactlyInAnyOrderElementsOf(accepted);
            assertConserved();
        }
    }

    /** As {@code ./run audit} finds it, over these sales and those of the invented stores. */
    private void assertConserved() throws IOException, InterruptedException {
        try (Run audit = Run.start("audit", "--wait", "60", "--state", folder.toString())) {
            assertThat(audit.awaitExit(BOUND)).as(() -> String.join("\n", audit.lines())).isZero();
            assertThat(audit.lines().getLast()).contains("\"difference\":\"0.00\"");
        }
    }

    private void acceptedMore(int count) {
        int goal = accepted.size() + count;
        await().atMost(BOUND).until(() -> accepted.size() >= goal);
    }

    /** Sends a sale until it is accepted, and then the next one. */
    private void till(int port) {
        while (!over.get()) {
            String id = "c-" + numbers.getAndIncrement();
            while (!isAccepted(port, id)) {
                resent.incrementAndGet();
            }
            accepted.add(id);
        }
    }

    private boolean isAccepted(int port, String id) {
        String sale =
                """
                {"detail-type":"sales-events","time":"2021-03-06T17:15:06Z","detail":{"request_id":"%s",
                 "store_id":"%s","name":"Minotaur","category":"Books","sales":1.25}}
                """
                        .formatted(id, STORE);
        try {
            return send(port, "/events", "admin", BodyPublishers.ofString(sale)).statusCode()
                    == 202;
        } catch (IOException e) {
            // Nobody there, or gone before the answer: the till can't know more.
            await().pollDelay(Duration.ofMillis(100)).until(() -> true);
            return false;
        }
    }

    private List<String> orders(int port) throws IOException {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page =
                    json.readTree(
                            send(
                                            port + 1,
                                            "/orders?limit=200&store_id=" + STORE + cursor,
                                            "reader",
                                            BodyPublishers.noBody())
                                    .body());
            page.required("orders").forEach(order -> ids.add(order.get("request_id").asString()));
            if (page.path("next_cursor").isMissingNode() || page.path("next_cursor").isNull()) {
                return ids;
            }
            cursor = "&cursor=" + page.get("next_cursor").asString();
        }
    }

    private HttpResponse<String> send(
            int port, String path, String role, HttpRequest.BodyPublisher body) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", key(role))
                        .header("Content-Type", "application/json")
                        .method(body.contentLength() == 0 ? "GET" : "POST", body)
                        .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The files are headers, for curl. */
    private String key(String role) throws IOException {
        String header = Files.readString(folder.resolve("keys").resolve(role)).strip();
        return header.substring(header.indexOf(':') + 1).strip();
    }

    private ProcessHandle ingest() {
        return json.readTree(folder.resolve("run.json").toFile())
                .required("processes")
                .valueStream()
                .filter(entry -> entry.required("name").stringValue().equals("ingest-service"))
                .flatMap(entry -> ProcessHandle.of(entry.required("pid").longValue()).stream())
                .findFirst()
                .orElseThrow();
    }
}
