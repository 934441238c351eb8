package dev.tillstream.local.aws.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

/** A proxy that keeps the last answer as it was on the wire, whatever client made the call. */
final class Recorder implements AutoCloseable {

    private static final Set<String> OWN =
            Set.of(
                    "connection",
                    "content-length",
                    "expect",
                    "host",
                    "transfer-encoding",
                    "upgrade");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final URI target;
    private volatile Optional<Exchange> last = Optional.empty();

    Recorder(URI target) throws IOException {
        this.target = target;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void forget() {
        last = Optional.empty();
    }

    Optional<Exchange> last() {
        return last;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request =
                    HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                            .method(
                                    exchange.getRequestMethod(),
                                    HttpRequest.BodyPublishers.ofByteArray(
                                            exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders()
                    .forEach((name, values) -> {
                        if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                            values.forEach(value -> request.header(name, value));
                        }
                    });
            HttpResponse<byte[]> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            byte[] body = withThisAddress(answer);
            last =
                    Optional.of(
                            new Exchange(
                                    answer.statusCode(),
                                    answer.headers().firstValue("Content-Type").orElse(""),
                                    answer.headers().firstValue("x-amzn-ErrorType").orElse(""),
                                    body));
            answer.headers()
                    .map()
                    .forEach((name, values) -> {
                        if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                            exchange.getResponseHeaders().put(name, values);
                        }
                    });
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Queue URLs must lead clients back to here. Both ports have five digits, so lengths stay. */
    private byte[] withThisAddress(HttpResponse<byte[]> answer) {
        String text = new String(answer.body(), StandardCharsets.ISO_8859_1);
        return text.replace(target.getAuthority(), endpoint().getAuthority())
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
