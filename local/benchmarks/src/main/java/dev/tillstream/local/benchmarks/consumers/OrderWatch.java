package dev.tillstream.local.benchmarks.consumers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sees orders of a store appear, by one reader who asks for the list from the oldest on that was
 * not there yet: who asked for each order would measure himself.
 */
final class OrderWatch {

    static final Instant FIRST_SALE = Instant.parse("2021-03-06T00:00:00Z");

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int PAGE = 200;

    private final HttpClient http;
    private final URI dispatch;
    private final String key;
    private final String store;
    private final long[] seenAt;
    private int oldestUnseen;

    /** Of sales that are called {@code r-0}, {@code r-1}, ... and are a second apart. */
    OrderWatch(HttpClient http, URI dispatch, String key, String store, int count) {
        this.http = http;
        this.dispatch = dispatch;
        this.key = key;
        this.store = store;
        seenAt = new long[count];
    }

    /** Returns when each was seen, by the clock of {@code System.nanoTime}; or at the deadline. */
    long[] run(long deadline) throws IOException, InterruptedException {
        while (oldestUnseen < seenAt.length && System.nanoTime() < deadline) {
            look();
            Thread.sleep(LOOK_AGAIN);
        }
        if (oldestUnseen < seenAt.length) {
            throw new IllegalStateException("order r-%d is not visible".formatted(oldestUnseen));
        }
        return seenAt;
    }

    private void look() throws IOException, InterruptedException {
        String query =
                "/orders?store_id=%s&limit=%d&from=%s"
                        .formatted(store, PAGE, FIRST_SALE.plusSeconds(oldestUnseen));
        var answer =
                http.send(
                        HttpRequest.newBuilder(dispatch.resolve(query))
                                .header("Authorization", key)
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        long now = System.nanoTime();
        JsonNode page = JsonMapper.shared().readTree(answer.body());
        page.required("orders")
                .forEach(order -> {
                    int number =
                            Integer.parseInt(
                                    order.required("request_id").stringValue().substring(2));
                    if (seenAt[number] == 0) {
                        seenAt[number] = now;
                    }
                });
        while (oldestUnseen < seenAt.length && seenAt[oldestUnseen] != 0) {
            oldestUnseen++;
        }
    }
}
