package dev.tillstream.local.testing.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A service's operators' port on this machine. */
record Management(int port) {

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    boolean isReady() {
        return get("/actuator/health/readiness").isPresent();
    }

    /** Summed over what the tags don't say; 0 without one. */
    double metric(String name, String... tags) {
        String query = tags.length == 0 ? "" : "?tag=" + String.join("&tag=", tags);
        return get("/actuator/metrics/" + name + query)
                .map(body -> JsonMapper.shared().readTree(body))
                .map(metric -> metric.required("measurements").get(0))
                .map(measurement -> measurement.required("value").doubleValue())
                .orElse(0.0);
    }

    private Optional<String> get(String path) {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        try {
            var answer =
                    HTTP.send(
                            HttpRequest.newBuilder(uri).timeout(ANSWER).build(),
                            BodyHandlers.ofString());
            return Optional.of(answer.body()).filter(body -> answer.statusCode() == 200);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking a service", e);
        }
    }
}
