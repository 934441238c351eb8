package dev.tillstream.local.launcher.fault;

import dev.tillstream.local.launcher.house.NotRunnableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Calls {@code /_local/faults}; what it refuses is told in one line. */
final class FaultsClient implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    FaultsClient(URI endpoint) {
        if (!"http".equals(endpoint.getScheme()) || endpoint.getHost() == null) {
            throw new NotRunnableException(
                    "--endpoint-url must be like http://127.0.0.1:4566, not " + endpoint);
        }
        this.address = endpoint.resolve("/_local/faults");
    }

    JsonNode list() throws InterruptedException {
        return call("GET", address, "").path("faults");
    }

    JsonNode add(ObjectNode fault) throws InterruptedException {
        return call("POST", address, fault.toString());
    }

    void clear() throws InterruptedException {
        JsonNode ignored = call("DELETE", address, "");
    }

    void remove(String id) throws InterruptedException {
        JsonNode ignored = call("DELETE", address.resolve("/_local/faults/" + id), "");
    }

    @Override
    public void close() {
        http.close();
    }

    private JsonNode call(String method, URI uri, String body) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .timeout(TIMEOUT)
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> reply = http.send(request, BodyHandlers.ofString());
            JsonNode json =
                    reply.body().isEmpty()
                            ? JsonMapper.shared().createObjectNode()
                            : JsonMapper.shared().readTree(reply.body());
            if (reply.statusCode() >= 400) {
                throw new NotRunnableException(json.path("detail").asString(reply.body()));
            }
            return json;
        } catch (IOException | JacksonException e) {
            throw new NotRunnableException("No embedded AWS answers at " + uri + ": " + e);
        }
    }
}
