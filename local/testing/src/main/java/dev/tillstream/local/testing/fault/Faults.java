package dev.tillstream.local.testing.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds faults to an embedded AWS; closing it removes all faults, others' too, so that a test leaves
 * none behind.
 */
public final class Faults implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    private Faults(URI address) {
        this.address = address;
    }

    /** Of the embedded AWS at that endpoint; LocalStack and AWS have no such thing. */
    public static Faults at(URI endpoint) {
        return new Faults(endpoint.resolve("/_local/faults"));
    }

    /**
     * Works from now on until it is removed, spent or all are cleared.
     *
     * @throws IllegalArgumentException with the reason if there can be no such fault
     */
    public ActiveFault add(Fault fault) {
        HttpResponse<String> reply = send("POST", address, fault.json());
        if (reply.statusCode() == 400) {
            throw new IllegalArgumentException(json(reply).path("detail").asString());
        }
        return new ActiveFault(this, json(expect(201, reply)).path("id").asString());
    }

    /** Removes all faults. */
    public void clear() {
        HttpResponse<String> ignored = expect(204, send("DELETE", address, ""));
    }

    @Override
    public void close() {
        clear();
        http.close();
    }

    JsonNode state(String id) {
        return json(expect(200, send("GET", one(id), "")));
    }

    void remove(String id) {
        HttpResponse<String> reply = send("DELETE", one(id), "");
        // It may be gone with all others.
        if (reply.statusCode() != 404) {
            HttpResponse<String> ignored = expect(204, reply);
        }
    }

    private URI one(String id) {
        return URI.create(address + "/" + id);
    }

    private HttpResponse<String> send(String method, URI uri, String body) {
        var request =
                HttpRequest.newBuilder(uri)
                        .timeout(TIMEOUT)
                        .method(method, BodyPublishers.ofString(body));
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("No embedded AWS answers at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking " + address, e);
        }
    }

    private HttpResponse<String> expect(int status, HttpResponse<String> reply) {
        if (reply.statusCode() != status) {
            throw new IllegalStateException(
                    "%s %s answers %d: %s"
                            .formatted(
                                    reply.request().method(),
                                    reply.uri(),
                                    reply.statusCode(),
                                    reply.body()));
        }
        return reply;
    }

    private static JsonNode json(HttpResponse<String> reply) {
        return JsonMapper.shared().readTree(reply.body());
    }
}
