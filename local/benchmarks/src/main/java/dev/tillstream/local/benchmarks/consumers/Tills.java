package dev.tillstream.local.benchmarks.consumers;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Fills queues with events as the bus would deliver them. */
record Tills(SqsClient sqs) {

    private static final int SKUS = 100;
    private static final int AT_ONCE = 8;

    /** A store with 100 products, so that each is sold once in a hundred sales. */
    static String sale(String store, int number) {
        return envelope(
                "sales-events",
                """
                {"request_id":"r-%d","store_id":"%s","name":"Product %3$d","category":"Books",\
                "sku":"sku-%3$d","sales":2.55,"quantity":1,"is_return":false}\
                """
                        .formatted(number, store, number % SKUS));
    }

    /** What a store starts with: as many pieces of each of its products. */
    static List<String> delivery(String store, int pieces) {
        return IntStream.range(0, SKUS)
                .mapToObj(sku ->
                        envelope(
                                "inventory-events",
                                """
                                {"request_id":"d-%2$d","store_id":"%1$s","name":"Product %2$d",\
                                "category":"Books","sku":"sku-%2$d","change":"received",\
                                "quantity":%3$d}\
                                """
                                        .formatted(store, sku, pieces)))
                .toList();
    }

    static int skus() {
        return SKUS;
    }

    /** Sends so many messages. */
    void send(String queue, int count, IntFunction<String> body) {
        String url = sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int from = 0; from < count; from += 10) {
                int first = from;
                threads.execute(() -> {
                    List<SendMessageBatchRequestEntry> entries =
                            IntStream.range(first, Math.min(first + 10, count))
                                    .mapToObj(i ->
                                            SendMessageBatchRequestEntry.builder()
                                                    .id("m" + i)
                                                    .messageBody(body.apply(i))
                                                    .build())
                                    .toList();
                    var result = sqs.sendMessageBatch(send -> send.queueUrl(url).entries(entries));
                    if (!result.failed().isEmpty()) {
                        throw new IllegalStateException("not sent: " + result.failed());
                    }
                });
            }
        }
    }

    private static String envelope(String type, String detail) {
        return """
        {"version":"0","id":"%s","detail-type":"%s","source":"tillstream.ingest",\
        "account":"000000000000","time":"2021-03-06T17:15:06Z","region":"us-east-1",\
        "resources":[],"detail":%s}\
        """
                .formatted(UUID.randomUUID(), type, detail);
    }
}
