package dev.tillstream.producer.http;

import dev.tillstream.contract.StoreEvent;
import dev.tillstream.contract.json.EventCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Speaks ingest's {@code POST /events}: an array of events in, a verdict on each out. */
final class IngestClient implements AutoCloseable {

    private static final int TOO_LARGE = 413;

    private final URI address;
    private final Duration timeout;
    private final EventCodec codec = new EventCodec();
    private final AnswerReader answers = new AnswerReader();
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    IngestClient(URI ingest, Duration timeout) {
        String base = ingest.toString();
        address = URI.create((base.endsWith("/") ? base : base + "/") + "events");
        this.timeout = timeout;
    }

    /**
     * Never throws for a receiver that is away or ill: no answer means send again.
     *
     * @param key of who sends them; empty if nobody gave one
     */
    Answer post(List<StoreEvent> events, Optional<String> key) throws InterruptedException {
        try {
            HttpResponse<byte[]> response =
                    http.send(request(events, key), BodyHandlers.ofByteArray());
            return new Answer(
                    answers.read(response.statusCode(), response.body(), events.size()),
                    retryAfter(response),
                    response.statusCode() == TOO_LARGE);
        } catch (IOException e) {
            Answer.Item again = new Answer.Item(Verdict.AGAIN, "no answer (" + e + ")");
            return new Answer(Collections.nCopies(events.size(), again), null, false);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }

    private HttpRequest request(List<StoreEvent> events, Optional<String> key) {
        String body = events.stream().map(codec::encode).collect(Collectors.joining(",", "[", "]"));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(timeout)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        key.ifPresent(text -> request.header("Authorization", "Bearer " + text));
        return request.build();
    }

    /** Only the form in seconds: a date would need a clock that agrees with the sender's. */
    private static @Nullable Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }
}
