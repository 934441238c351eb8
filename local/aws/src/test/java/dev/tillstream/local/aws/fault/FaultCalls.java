package dev.tillstream.local.aws.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sets faults by the endpoint, as anyone would; JSON is written with apostrophes. */
record FaultCalls(HttpClient http, URI endpoint) {

    /** Answers the fault's id. */
    String add(String json) throws Exception {
        HttpResponse<String> reply = send("POST", "", json.replace('\'', '"'));
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(reply.body()).path("id").stringValue();
    }

    JsonNode get(String id) throws Exception {
        return JsonMapper.shared().readTree(send("GET", "/" + id, "").body());
    }

    long hits(String id) throws Exception {
        return get(id).path("hits").longValue();
    }

    void clear() throws Exception {
        assertThat(send("DELETE", "", "").statusCode()).isEqualTo(204);
    }

    HttpResponse<String> send(String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(endpoint + "/_local/faults" + path))
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
