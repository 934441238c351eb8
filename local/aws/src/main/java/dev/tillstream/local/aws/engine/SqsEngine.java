package dev.tillstream.local.aws.engine;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.NodeAddress;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.jspecify.annotations.Nullable;

/** ElasticMQ on a free port of its own. */
public final class SqsEngine implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(10);

    private final @Nullable QueueDatabase database;
    private final ActorSystem actors = ActorSystem.create("elasticmq", fewThreads());
    private final SQSRestServer server;
    private final int port;

    /**
     * @param publicEndpoint what queue URLs start with, so that clients come back through the front
     * @param folder of the queues and messages; in memory if null
     */
    public SqsEngine(URI publicEndpoint, String region, String account, @Nullable Path folder)
            throws SQLException {
        database = folder == null ? null : new QueueDatabase(actors, folder);
        TheSQSRestServerBuilder builder =
                SQSRestServerBuilder.withActorSystem(actors)
                        .withInterface("127.0.0.1")
                        .withPort(0)
                        .withServerAddress(
                                new NodeAddress(
                                        publicEndpoint.getScheme(),
                                        publicEndpoint.getHost(),
                                        publicEndpoint.getPort(),
                                        ""))
                        .withSQSLimits(new SqsLimits())
                        .withAWSRegion(region)
                        .withAWSAccountId(account);
        if (database != null) {
            ActorRef queues = database.restore(new SqsLimits());
            builder =
                    builder.withQueueManagerActor(queues)
                            .withQueueEventListener(database.listener());
        }
        server = builder.start();
        port = server.waitUntilStarted().localAddress().getPort();
    }

    /** At least eight threads, as its default, would only wake each other on two processors. */
    private static Config fewThreads() {
        return ConfigFactory.parseString(
                        """
                        pekko.actor {
                          default-dispatcher.fork-join-executor.parallelism-min = 2
                          internal-dispatcher.fork-join-executor.parallelism-min = 2
                        }
                        """)
                .withFallback(ConfigFactory.load());
    }

    public int port() {
        return port;
    }

    /**
     * Returns when what ElasticMQ has answered is in the database: it waits for messages by itself,
     * but not for queues made, changed or deleted.
     */
    public void settle() {
        if (database != null) {
            database.settle();
        }
    }

    @Override
    public void close() throws SQLException {
        server.stopAndWait();
        actors.terminate();
        actors.getWhenTerminated()
                .toCompletableFuture()
                .orTimeout(STOP.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (database != null) {
            database.close();
        }
    }
}
