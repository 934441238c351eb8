package dev.tillstream.local.aws.engine;

import dev.tillstream.local.aws.disk.Compaction;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.apache.pekko.util.Timeout;
import org.elasticmq.Limits;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.elasticmq.util.NowProvider;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import scala.Option;
import scala.collection.immutable.List$;
import scala.util.Either;
import scalikejdbc.ConnectionPool$;

/** ElasticMQ's own store on H2; an actor of it writes each message before that is answered. */
final class QueueDatabase implements AutoCloseable {

    /**
     * Without WRITE_DELAY=0 a commit returns before it is with the operating system; with it, H2
     * compacts nothing by itself. A message in its row takes a tenth of what it takes beside it.
     */
    private static final String OPTIONS =
            ";WRITE_DELAY=0;RETENTION_TIME=0;DB_CLOSE_ON_EXIT=FALSE;MAX_LENGTH_INPLACE_LOB=1048576";

    private static final Duration RESTORE = Duration.ofSeconds(60);
    private static final Duration SETTLE = Duration.ofSeconds(10);

    private final ActorSystem actors;
    private final ActorRef listener;
    private final JdbcConnection connection;
    private final Compaction compaction;

    QueueDatabase(ActorSystem actors, Path folder) throws SQLException {
        String url = "jdbc:h2:" + folder.resolve("queues") + OPTIONS;
        var config = new SqlQueuePersistenceConfig(true, "org.h2.Driver", url, "", "", false);
        this.connection = new JdbcConnection(url, new Properties(), "", "", false);
        this.compaction =
                new Compaction(
                        ((SessionLocal) connection.getSession())
                                .getDatabase()
                                .getStore()
                                .getMvStore());
        this.actors = actors;
        this.listener =
                actors.actorOf(
                        Props.create(
                                SqlQueuePersistenceActor.class,
                                () ->
                                        new SqlQueuePersistenceActor(
                                                config, List$.MODULE$.empty()) {
                                            @Override
                                            public Timeout timeout() {
                                                // Its own 5 s are short for a long queue.
                                                return Timeout.create(RESTORE);
                                            }
                                        }));
    }

    ActorRef listener() {
        return listener;
    }

    /** Makes the queues of an earlier process again, with their messages. */
    ActorRef restore(Limits limits) {
        ActorRef queues =
                actors.actorOf(
                        Props.create(
                                QueueManagerActor.class,
                                () ->
                                        new QueueManagerActor(
                                                new NowProvider(),
                                                limits,
                                                Option.apply(listener))));
        Object result = ask(new QueueEvent.Restore(queues), RESTORE);
        if (result instanceof Either<?, ?> either && either.isLeft()) {
            throw new IllegalStateException(
                    "Queues can't be restored: " + either.left().toOption().get());
        }
        return queues;
    }

    /** The actor works in order, and on this it has nothing to do but to answer. */
    void settle() {
        Object ignored = ask(new QueueEvent.MessageRemoved("", ""), SETTLE);
    }

    private Object ask(Object message, Duration patience) {
        return Patterns.ask(listener, message, patience).toCompletableFuture().join();
    }

    @Override
    public void close() throws SQLException {
        compaction.close();
        ConnectionPool$.MODULE$.closeAll();
        connection.close();
    }
}
