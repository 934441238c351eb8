package dev.tillstream.local.aws.engine;

import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** The engines of others, started side by side because each takes its time to load. */
public record Engines(DynamoDbEngine dynamoDb, SqsEngine sqs, S3Engine s3) {

    /**
     * Returns when all of them answer.
     *
     * @param publicEndpoint where clients will find them
     * @param started takes each engine to close it some day, also when another one fails; called by
     *     several threads
     */
    public static Engines start(
            URI publicEndpoint, String region, String account, Consumer<AutoCloseable> started)
            throws ExecutionException, InterruptedException {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
            Future<SqsEngine> sqs =
                    threads.submit(
                            told(started, () -> new SqsEngine(publicEndpoint, region, account)));
            Future<DynamoDbEngine> dynamoDb = threads.submit(told(started, DynamoDbEngine::new));
            Future<S3Engine> s3 = threads.submit(told(started, S3Engine::new));
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
