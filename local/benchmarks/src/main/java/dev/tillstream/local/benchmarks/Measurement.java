package dev.tillstream.local.benchmarks;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What one candidate does.
 *
 * @param start until it is ready, with the templates deployed
 * @param entriesPerSecond put and, at the end, in the slower of the two queues
 * @param p50Millis of single entries at the steady rate, counted from when each was due; infinite
 *     when that many had no answer at the end
 * @param events accepted in all when the memory was taken
 */
record Measurement(
        String name,
        Duration start,
        double entriesPerSecond,
        double p50Millis,
        double p99Millis,
        long residentMegabytes,
        long events) {

    static final int STEADY_RATE = 200;

    private static final int WRITERS = 4;
    private static final int BATCH = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration PHASE = Duration.ofSeconds(15);
    private static final Duration DRAIN = Duration.ofMinutes(2);
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Enough for all calls of a steady phase at once, should none be answered. */
    private static final int CONNECTIONS = 4096;

    private static final Duration LONGEST_LOAD = Duration.ofMinutes(1);
    private static final long EVENTS = 100_000;

    static Measurement of(Candidate candidate, Duration start) throws Exception {
        try (EventBridgeClient bus = client(EventBridgeClient.builder(), candidate.endpoint());
                SqsClient queues = client(SqsClient.builder(), candidate.endpoint());
                Consumer dispatch = new Consumer(queues, "tillstream-dispatch");
                Consumer warehouse = new Consumer(queues, "tillstream-warehouse")) {
            Sales sales = new Sales(bus);
            List<Consumer> consumers = List.of(dispatch, warehouse);
            double ignored = flatOut(sales, consumers, WARM_UP, () -> false);
            double rate = flatOut(sales, consumers, PHASE, () -> false);
            // Single entries take other paths than batches: they warm up once more.
            steady(sales, WARM_UP);
            double[] latencies = steady(sales, PHASE);
            awaitDelivered(sales, consumers);
            ignored =
                    flatOut(sales, consumers, LONGEST_LOAD, () -> sales.accepted().get() >= EVENTS);
            return new Measurement(
                    candidate.name(),
                    start,
                    rate,
                    latencies[latencies.length / 2],
                    latencies[latencies.length * 99 / 100],
                    candidate.residentMegabytes(),
                    sales.accepted().get());
        }
    }

    private static double flatOut(
            Sales sales, List<Consumer> consumers, Duration time, BooleanSupplier enough)
            throws InterruptedException {
        long before = sales.accepted().get();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (int i = 0; i < WRITERS; i++) {
                threads.execute(() -> {
                    while (System.nanoTime() - start < time.toNanos() && !enough.getAsBoolean()) {
                        sales.put(BATCH);
                    }
                });
            }
        }
        awaitDelivered(sales, consumers);
        return (sales.accepted().get() - before) / ((System.nanoTime() - start) / 1e9);
    }

    /** Milliseconds in ascending order, from when each was due: a stall hides no call. */
    private static double[] steady(Sales sales, Duration time) throws InterruptedException {
        int count = (int) (time.toSeconds() * STEADY_RATE);
        double[] millis = new double[count];
        Arrays.fill(millis, Double.POSITIVE_INFINITY);
        var unanswered = new AtomicInteger();
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                long due = start + i * 1_000_000_000L / STEADY_RATE;
                LockSupport.parkNanos(due - System.nanoTime());
                int index = i;
                threads.execute(() -> {
                    try {
                        sales.put(1);
                        millis[index] = (System.nanoTime() - due) / 1e6;
                    } catch (SdkClientException e) {
                        // No answer in time: stays infinite.
                        unanswered.incrementAndGet();
                    }
                });
            }
            threads.shutdown();
            if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        }
        if (unanswered.get() > 0) {
            System.err.println(unanswered + " of " + count + " single entries had no answer");
        }
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static void awaitDelivered(Sales sales, List<Consumer> consumers)
            throws InterruptedException {
        long end = System.nanoTime() + DRAIN.toNanos();
        while (consumers.stream().anyMatch(c -> c.received() < sales.accepted().get())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not everything arrived within " + DRAIN);
            }
            Thread.sleep(20);
        }
    }

    private static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(
            B builder, URI endpoint) {
        builder.httpClientBuilder(ApacheHttpClient.builder().maxConnections(CONNECTIONS));
        builder.endpointOverride(endpoint);
        builder.region(Region.US_EAST_1);
        builder.credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
        return builder.build();
    }
}
