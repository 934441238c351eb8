package dev.tillstream.local.aws.eventbridge;

import dev.tillstream.local.aws.Clients;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Measures PutEvents of a running embedded AWS with the committed templates, where a sale has four
 * targets: entries a second flat out, then the latency of single entries at a steady rate.
 */
final class PutEventsLoad {

    private static final int THREADS = 4;

    private final EventBridgeClient events;
    private final SqsClient sqs;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    private PutEventsLoad(URI endpoint) {
        events = Clients.of(EventBridgeClient.builder(), endpoint);
        sqs = Clients.of(SqsClient.builder(), endpoint);
    }

    /** Arguments: endpoint, seconds of each phase, entries a second of the steady one. */
    public static void main(String[] arguments) throws InterruptedException {
        PutEventsLoad load = new PutEventsLoad(URI.create(arguments[0]));
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[1]));
        int rate = Integer.parseInt(arguments[2]);
        load.steady("warm-up", time, rate);
        load.flatOut("warm-up", time);
        load.flatOut("flat out", time);
        load.steady("steady", time, rate);
    }

    private void flatOut(String name, Duration time) throws InterruptedException {
        long before = sent.get();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                threads.execute(() -> {
                    while (System.nanoTime() - start < time.toNanos()) {
                        put(10);
                    }
                });
            }
        }
        long accepted = sent.get() - before;
        double putSeconds = (System.nanoTime() - start) / 1e9;
        awaitDelivered();
        double deliveredSeconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%s: %.0f entries/s accepted, %.0f/s delivered to SQS (%d entries, %d refused and sent again)%n",
                name,
                accepted / putSeconds,
                accepted / deliveredSeconds,
                accepted,
                refused.getAndSet(0));
    }

    private void steady(String name, Duration time, int rate) throws InterruptedException {
        int count = (int) (time.toSeconds() * rate);
        long[] nanos = new long[count];
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                long due = start + i * 1_000_000_000L / rate;
                LockSupport.parkNanos(due - System.nanoTime());
                int index = i;
                threads.execute(() -> {
                    put(1);
                    // From when it was due: a stall must not hide behind fewer calls.
                    nanos[index] = System.nanoTime() - due;
                });
            }
        }
        awaitDelivered();
        Arrays.sort(nanos);
        System.out.printf(
                "%s: %d entries/s, p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                name,
                rate,
                nanos[count / 2] / 1e6,
                nanos[count * 99 / 100] / 1e6,
                nanos[count - 1] / 1e6);
    }

    private void put(int count) {
        List<PutEventsRequestEntry> entries =
                IntStream.range(0, count).mapToObj(i -> sale(sent.getAndIncrement())).toList();
        while (!entries.isEmpty()) {
            List<PutEventsRequestEntry> tried = entries;
            var answer = events.putEvents(b -> b.entries(tried));
            entries =
                    IntStream.range(0, tried.size())
                            .filter(i -> answer.entries().get(i).errorCode() != null)
                            .mapToObj(tried::get)
                            .toList();
            refused.addAndGet(entries.size());
            if (!entries.isEmpty()) {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(50_000_000));
            }
        }
    }

    private void awaitDelivered() throws InterruptedException {
        String queue = sqs.getQueueUrl(b -> b.queueName("tillstream-warehouse")).queueUrl();
        QueueAttributeName messages = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
        while (Long.parseLong(
                        sqs.getQueueAttributes(b -> b.queueUrl(queue).attributeNames(messages))
                                .attributes()
                                .get(messages))
                < sent.get()) {
            Thread.sleep(250);
        }
    }

    private static PutEventsRequestEntry sale(long number) {
        return PutEventsRequestEntry.builder()
                .eventBusName("tillstream")
                .source("tillstream.ingest")
                .detailType("sales-events")
                .detail(
                        """
                        {"request_id":"b4d727cc-2b00-4146-aee9-%012d","name":"Minotaur","category":"Books",\
                        "store_id":"store_%d","sku":"Minotaur","sales":75.32,"quantity":1,"is_return":false}\
                        """
                                .formatted(number, number % 5))
                .build();
    }
}
