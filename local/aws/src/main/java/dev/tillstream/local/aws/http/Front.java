package dev.tillstream.local.aws.http;

import dev.tillstream.local.aws.engine.SqsEngine;
import dev.tillstream.local.aws.protocol.JsonService;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
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

/** The one port of the embedded AWS: HTTP/1.1 and cleartext HTTP/2. */
public final class Front implements AutoCloseable {

    static final int IDLE_MILLIS = 60_000;

    /** Above the largest legal call: 10 MiB of Kinesis records in base64. */
    private static final int MAX_REQUEST_BYTES = 16 * 1024 * 1024;

    private final Server server;
    private final ServerConnector connector;
    private final InetAddress host;
    private volatile boolean ready;

    private Front(InetAddress host) {
        this.host = host;
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
        connector.setHost(host.getHostAddress());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
    }

    /**
     * Takes the port without answering yet, so that engines can be told the public address.
     *
     * @param host the address to listen on; a wildcard means all of this machine's
     * @param port 0 takes any free one
     */
    public static Front bind(InetAddress host, int port) throws IOException {
        var front = new Front(host);
        front.connector.setPort(port);
        front.connector.open();
        return front;
    }

    /** How this machine reaches it, also in queue URLs. */
    public URI endpoint() {
        String address =
                switch (host) {
                    case InetAddress any when any.isAnyLocalAddress() -> "127.0.0.1";
                    case Inet6Address six -> "[" + six.getHostAddress() + "]";
                    default -> host.getHostAddress();
                };
        return URI.create("http://" + address + ":" + connector.getLocalPort());
    }

    /**
     * What answers behind the port.
     *
     * @param services of the JSON protocol
     * @param others handlers of other protocols
     * @param dynamoDb the engine in this process
     * @param sqs where ElasticMQ listens
     * @param s3Port where S3Proxy listens
     * @param local what answers under {@code /_local/}
     * @param around put around everything that speaks an AWS protocol
     */
    public record Backends(
            List<JsonService> services,
            List<Handler> others,
            Handler dynamoDb,
            SqsEngine sqs,
            int s3Port,
            List<Handler> local,
            UnaryOperator<Handler> around) {

        public Backends {
            services = List.copyOf(services);
            others = List.copyOf(others);
            local = List.copyOf(local);
        }
    }

    /** Starts to answer; health says so only after {@link #ready()}. */
    public void start(Backends backends) throws Exception {
        List<Handler> ours = new ArrayList<>();
        ours.add(new JsonServiceHandler(backends.services()));
        ours.addAll(backends.others());
        ours.add(new Selected(AwsCall::isDynamoDb, backends.dynamoDb()));
        ours.add(new Selected(AwsCall::isSqs, new WholeBatches(EngineProxy.sqs(backends.sqs()))));
        Handler limited =
                new BodyLimit(
                        MAX_REQUEST_BYTES, backends.around().apply(new Handler.Sequence(ours)));
        List<Handler> all = new ArrayList<>();
        all.add(new HealthHandler(() -> ready));
        all.addAll(backends.local());
        // Not for S3, whose objects may be large and are never held in memory.
        all.add(new Selected(call -> !call.isS3(), limited));
        all.add(new UnsupportedHandler());
        all.add(backends.around().apply(EngineProxy.s3(backends.s3Port())));
        server.setHandler(new Handler.Sequence(all));
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
