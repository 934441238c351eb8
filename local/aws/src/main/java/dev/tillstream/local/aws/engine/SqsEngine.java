package dev.tillstream.local.aws.engine;

import java.net.URI;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;

/** ElasticMQ, in memory, on a free port of its own. */
public final class SqsEngine implements AutoCloseable {

    private final SQSRestServer server;
    private final int port;

    /**
     * @param publicEndpoint what queue URLs start with, so that clients come back through the front
     */
    public SqsEngine(URI publicEndpoint, String region, String account) {
        server =
                SQSRestServerBuilder.withInterface("127.0.0.1")
                        .withPort(0)
                        .withServerAddress(
                                new NodeAddress(
                                        publicEndpoint.getScheme(),
                                        publicEndpoint.getHost(),
                                        publicEndpoint.getPort(),
                                        ""))
                        .withSQSLimits(StrictSQSLimits$.MODULE$)
                        .withAWSRegion(region)
                        .withAWSAccountId(account)
                        .start();
        port = server.waitUntilStarted().localAddress().getPort();
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.stopAndWait();
    }
}
