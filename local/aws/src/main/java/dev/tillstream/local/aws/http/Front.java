package dev.tillstream.local.aws.http;

import dev.tillstream.local.aws.protocol.JsonService;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The one port of the embedded AWS: HTTP/1.1 and cleartext HTTP/2, on loopback only. */
public final class Front implements AutoCloseable {

    static final int IDLE_MILLIS = 60_000;

    /** Above the largest legal call: 10 MiB of Kinesis records in base64. */
    private static final int MAX_REQUEST_BYTES = 16 * 1024 * 1024;

    private final Server server;
    private final ServerConnector connector;
    private volatile boolean ready;

    private Front() {
        var threads = new QueuedThreadPool();
        threads.setName("front");
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        server = new Server(threads);
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(32 * 1024);
        // S3 keys may hold what a careful server refuses: "//", "%2F", "..".
        http.setUriCompliance(UriCompliance.UNSAFE);
        connector =
                new ServerConnector(
                        server,
                        1,
                        2,
                        new HttpConnectionFactory(http),
                        new HTTP2CServerConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
    }

    /**
     * Takes the port without answering yet, so that engines can be told the public address.
     *
     * @param port 0 takes any free one
     */
    public static Front bind(int port) throws IOException {
        var front = new Front();
        front.connector.setPort(port);
        front.connector.open();
        return front;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    /** Starts to answer; health says so only after {@link #ready()}. */
    public void start(List<JsonService> services, Handler dynamoDb, int sqsPort, int s3Port)
            throws Exception {
        var ours =
                new Handler.Sequence(
                        new JsonServiceHandler(services),
                        new Selected(AwsCall::isDynamoDb, dynamoDb),
                        new Selected(AwsCall::isSqs, EngineProxy.sqs(sqsPort)));
        server.setHandler(
                new Handler.Sequence(
                        new HealthHandler(() -> ready),
                        // Not for S3, whose objects may be large and are never held in memory.
                        new Selected(call -> !call.isS3(), new BodyLimit(MAX_REQUEST_BYTES, ours)),
                        new UnsupportedHandler(),
                        EngineProxy.s3(s3Port)));
        server.start();
    }

    public void ready() {
        ready = true;
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
        // Bound but never started, it would keep the port.
        connector.close();
    }
}
