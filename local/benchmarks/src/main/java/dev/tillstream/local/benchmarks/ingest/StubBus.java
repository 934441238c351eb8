package dev.tillstream.local.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * Speaks PutEvents and takes everything, each call after a time: so slow a bus that it is never the
 * processor's fault, and so wide a one that it never caps its clients.
 */
final class StubBus implements AutoCloseable {

    private static final String ID = "\\\"request_id\\\":\\\"";

    private final HttpServer server;
    private final Duration latency;
    private final Sightings seen;
    private final LongAdder calls = new LongAdder();
    private final LongAdder entries = new LongAdder();

    private StubBus(HttpServer server, Duration latency, Sightings seen) {
        this.server = server;
        this.latency = latency;
        this.seen = seen;
    }

    static StubBus start(Duration latency, Sightings seen) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        StubBus bus = new StubBus(server, latency, seen);
        server.createContext("/", bus::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return bus;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Sightings seen() {
        return seen;
    }

    long calls() {
        return calls.sum();
    }

    long entries() {
        return entries.sum();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1);
            Thread.sleep(latency);
            byte[] reply = reply(body);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Finds the ids without parsing: this shares two cores with what it measures. */
    private byte[] reply(String body) {
        StringBuilder reply = new StringBuilder("{\"FailedEntryCount\":0,\"Entries\":[");
        int count = 0;
        for (int at = body.indexOf(ID); at >= 0; at = body.indexOf(ID, at + 1)) {
            int start = at + ID.length();
            seen.add(Long.parseLong(body, start, body.indexOf('\\', start), 10));
            reply.append(count++ == 0 ? "" : ",")
                    .append("{\"EventId\":\"")
                    .append(at)
                    .append("\"}");
        }
        calls.increment();
        entries.add(count);
        return reply.append("]}").toString().getBytes(US_ASCII);
    }
}
