package dev.tillstream.local.aws.firehose.stream;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** S3 over HTTP, path style, as any client would call it. */
public final class S3Objects implements ObjectStore {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI endpoint;

    /**
     * The endpoint is asked for at each call: the port is known only after the front has started.
     */
    public S3Objects(HttpClient http, URI endpoint) {
        this.http = http;
        this.endpoint = endpoint;
    }

    @Override
    public void put(String bucket, String key, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(endpoint.resolve("/" + bucket + "/" + encode(key)))
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/octet-stream")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    "S3 answered "
                            + response.statusCode()
                            + " for "
                            + request.uri()
                            + ": "
                            + response.body());
        }
    }

    private static String encode(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
