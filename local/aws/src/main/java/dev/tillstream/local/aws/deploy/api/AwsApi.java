package dev.tillstream.local.aws.deploy.api;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import tools.jackson.databind.node.JsonNodeFactory;

/** Calls AWS at an endpoint that checks no signatures. */
public final class AwsApi implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    // HTTP/1.1, since every engine behind the endpoint speaks it.
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();
    private final URI endpoint;

    public AwsApi(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** Calls an operation of a service that speaks JSON. */
    public JsonNode call(AwsService service, String operation, JsonNode input) {
        var target = service.target(operation);
        var reply =
                send(
                        request(endpoint, service.signingName())
                                .header("Content-Type", service.contentType())
                                .header("X-Amz-Target", target)
                                .POST(BodyPublishers.ofString(input.toString()))
                                .build());
        var body = tree(reply.body());
        if (reply.statusCode() != 200) {
            throw new AwsCallException(
                    target, reply.statusCode(), code(body), message(body, reply));
        }
        return body;
    }

    /** Makes a bucket unless it is there. */
    public void putBucket(String bucket) {
        var uri = endpoint.resolve("/" + bucket);
        var head = request(uri, "s3").method("HEAD", BodyPublishers.noBody()).build();
        if (send(head).statusCode() == 200) {
            return;
        }
        var reply = send(request(uri, "s3").PUT(BodyPublishers.noBody()).build());
        if (reply.statusCode() != 200) {
            throw new AwsCallException(
                    "CreateBucket " + bucket, reply.statusCode(), "", reply.body());
        }
    }

    private static HttpRequest.Builder request(URI uri, String signingName) {
        // Engines read the service from the credential scope, and one refuses a call without any.
        return HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/"
                                + signingName
                                + "/aws4_request, SignedHeaders=host, Signature=0");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("No reply from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted in a call of " + request.uri(), e);
        }
    }

    private static JsonNode tree(String body) {
        try {
            return body.isBlank() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.stringNode(body);
        }
    }

    /** {@code com.amazonaws.sqs#QueueDoesNotExist} is {@code QueueDoesNotExist}. */
    private static String code(JsonNode body) {
        var type = body.path("__type").asString("");
        return type.substring(type.indexOf('#') + 1);
    }

    private static String message(JsonNode body, HttpResponse<String> reply) {
        return body.path("message").asString(body.path("Message").asString(reply.body()));
    }

    @Override
    public void close() {
        http.close();
    }
}
