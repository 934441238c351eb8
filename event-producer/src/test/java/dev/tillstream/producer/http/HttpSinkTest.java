package dev.tillstream.producer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tillstream.producer.EventFixture;
import dev.tillstream.producer.Tally;
import dev.tillstream.producer.UndeliveredException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class HttpSinkTest {

    /** An answer of the server; accepted when none is queued. */
    private record Reply(int status, String body, String retryAfter) {}

    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Tally tally = new Tally();
    private HttpServer server;
    private HttpSink sink;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/events", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        URI ingest = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        sink =
                new HttpSink(
                        new HttpSettings(
                                ingest,
                                2,
                                3,
                                Duration.ofSeconds(10),
                                Duration.ofMillis(1),
                                Duration.ofSeconds(5)),
                        store -> Optional.of("key-of-" + store),
                        new Random(1));
    }

    @AfterEach
    void stop() {
        sink.close();
        server.stop(0);
    }

    @Test
    void postsAnArrayAndCountsWhatWasAccepted() throws InterruptedException {
        sink.send(EventFixture.sales(3), tally);
        sink.drain();

        assertThat(tally.accepted()).isEqualTo(3);
        assertThat(bodies).singleElement().satisfies(body -> assertThat(body).hasSize(3));
        assertThat(bodies.getFirst().get(0).at("/detail/request_id").asString()).isEqualTo("0");
        assertThat(bodies.getFirst().get(0).path("detail-type").asString())
                .isEqualTo("sales-events");
    }

    @Test
    void sendsEachStoresEventsByItsKey() throws InterruptedException {
        sink.send(
                List.of(
                        EventFixture.saleOf("store_1", "a"),
                        EventFixture.saleOf("store_2", "b"),
                        EventFixture.saleOf("store_1", "c")),
                tally);
        sink.drain();

        assertThat(keys)
                .containsExactlyInAnyOrder("Bearer key-of-store_1", "Bearer key-of-store_2");
        assertThat(bodies).extracting(JsonNode::size).containsExactlyInAnyOrder(2, 1);
        assertThat(tally.accepted()).isEqualTo(3);
    }

    @Test
    void sendsAgainWhenIngestIsBusy() throws InterruptedException {
        replies.add(new Reply(503, "", "1"));
        replies.add(new Reply(429, "busy", "no number"));
        long start = System.nanoTime();

        sink.send(EventFixture.sales(2), tally);
        sink.drain();

        assertThat(tally.accepted()).isEqualTo(2);
        assertThat(bodies).hasSize(3);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void sendsAgainOnlyWhatIngestHasNotDecidedOn() throws InterruptedException {
        replies.add(
                new Reply(
                        207,
                        """
                        {"rejected":2,"status":false,"record_count":1,"tot_sales":1.00,"items":[
                        {"index":0,"status":"accepted","event_id":"e1"},
                        {"index":1,"status":"rejected","error":{"code":"bus-unavailable",
                         "field":"","reason":"busy","retryable":true}},
                        {"index":2,"status":"rejected","error":{"code":"invalid-value",
                         "field":"/detail/sales","reason":"must not be","retryable":false}}]}
                        """,
                        null));

        sink.send(EventFixture.sales(3), tally);
        sink.drain();

        assertThat(bodies).hasSize(2);
        assertThat(bodies.get(1)).hasSize(1);
        assertThat(bodies.get(1).get(0).at("/detail/request_id").asString()).isEqualTo("1");
        assertThat(tally.accepted()).isEqualTo(2);
        assertThat(tally.rejected()).isEqualTo(1);
        assertThat(tally.reasons())
                .singleElement()
                .isEqualTo("2: /detail/sales must not be (invalid-value)");
    }

    @Test
    void sendsLessAtOnceWhenItWasTooMuch() throws InterruptedException {
        replies.add(new Reply(413, "too much", null));
        replies.add(new Reply(413, "too much", null));

        sink.send(EventFixture.sales(5), tally);
        sink.drain();

        assertThat(bodies).extracting(JsonNode::size).containsExactly(5, 2, 1, 1, 3);
        assertThat(tally.accepted()).isEqualTo(5);
    }

    @Test
    void doesNotSendAgainWhatIngestRefuses() throws InterruptedException {
        replies.add(new Reply(400, "not so", null));

        sink.send(EventFixture.sales(2), tally);
        sink.drain();

        assertThat(bodies).hasSize(1);
        assertThat(tally.rejected()).isEqualTo(2);
    }

    @Test
    void givesUpAfterSoManyAttemptsAndSaysWhy() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            replies.add(new Reply(503, "closed", null));
        }
        sink.send(EventFixture.sales(2), tally);

        assertThatThrownBy(() -> sink.drain())
                .isInstanceOf(UndeliveredException.class)
                .hasMessageContaining("didn't take 2 events in 3 attempts, last: HTTP 503 closed");
        assertThat(tally.accepted()).isZero();
    }

    @Test
    void givesUpWhenNobodyAnswers() throws InterruptedException {
        server.stop(0);
        sink.send(EventFixture.sales(1), tally);

        assertThatThrownBy(() -> sink.drain())
                .isInstanceOf(UndeliveredException.class)
                .hasMessageContaining("no answer");
    }

    @Test
    void keepsRequestsUnderWayBounded() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            sink.send(EventFixture.sales(1), tally);
        }
        sink.drain();

        assertThat(tally.accepted()).isEqualTo(20);
        assertThat(most.get()).isBetween(1, 2);
    }

    private void answer(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try (exchange) {
            keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
            bodies.add(new ObjectMapper().readTree(exchange.getRequestBody().readAllBytes()));
            Reply reply = replies.poll();
            Reply given = reply == null ? new Reply(202, "", null) : reply;
            if (given.retryAfter() != null) {
                exchange.getResponseHeaders().add("Retry-After", given.retryAfter());
            }
            byte[] body = given.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(given.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            now.decrementAndGet();
        }
    }
}
