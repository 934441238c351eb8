package dev.tillstream.local.aws.engine;

import dev.tillstream.local.aws.disk.DataFolder;
import dev.tillstream.local.aws.disk.Disk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The engines of others, started side by side because each takes its time to load. */
public record Engines(DynamoDbEngine dynamoDb, SqsEngine sqs, S3Engine s3) {

    /**
     * Returns when all of them answer.
     *
     * @param publicEndpoint where clients will find them
     * @param data where they keep what they have; in memory and a temporary folder if null
     * @param started takes each engine to close it some day, also when another one fails; called by
     *     several threads
     */
    public static Engines start(
            URI publicEndpoint,
            String region,
            String account,
            @Nullable DataFolder data,
            Consumer<AutoCloseable> started)
            throws ExecutionException, InterruptedException, IOException {
        Path queues = data == null ? null : data.folder("sqs");
        Path tables = data == null ? null : data.folder("dynamodb");
        Path buckets = data == null ? null : data.folder("s3");
        Disk disk = data == null ? Disk.none() : data.disk();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
            Future<SqsEngine> sqs =
                    threads.submit(
                            told(
                                    started,
                                    () -> new SqsEngine(publicEndpoint, region, account, queues)));
            Future<DynamoDbEngine> dynamoDb =
                    threads.submit(told(started, () -> new DynamoDbEngine(tables)));
            Future<S3Engine> s3 = threads.submit(told(started, () -> new S3Engine(buckets, disk)));
            return new Engines(dynamoDb.get(), sqs.get(), s3.get());
        }
    }

    private static <E extends AutoCloseable> Callable<E> told(
            Consumer<AutoCloseable> started, Callable<E> start) {
        return () -> {
            E engine = start.call();
            started.accept(engine);
            return engine;
        };
    }
}
