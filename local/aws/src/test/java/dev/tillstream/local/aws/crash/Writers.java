package dev.tillstream.local.aws.crash;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Writes by all kinds at once until one process dies or there are enough events. */
final class Writers {

    private static final int BATCH = 10;

    private final Ledger ledger;
    private final int events;
    private final AtomicBoolean stopped = new AtomicBoolean();

    Writers(Ledger ledger, int events) {
        this.ledger = ledger;
        this.events = events;
    }

    /** Starts them; each thread ends by itself at the first call that fails. */
    List<Thread> start(AwsProcess aws) {
        EventBridgeClient bus = aws.client(EventBridgeClient.builder());
        DynamoDbClient tables = aws.client(DynamoDbClient.builder());
        SqsClient queues = aws.client(SqsClient.builder());
        KinesisClient streams = aws.client(KinesisClient.builder());
        FirehoseClient deliveries = aws.client(FirehoseClient.builder());
        S3Client buckets = aws.client(S3Client.builder().forcePathStyle(true));
        String queue = queues.getQueueUrl(b -> b.queueName(Places.NAME)).queueUrl();
        return List.of(
                thread(() -> putEvents(bus)),
                thread(() -> putEvents(bus)),
                thread(() -> putEvents(bus)),
                writer(
                        Kind.ITEM,
                        id ->
                                tables.putItem(b ->
                                        b.tableName(Places.NAME)
                                                .item(Map.of("id", AttributeValue.fromS(id))))),
                writer(
                        Kind.MESSAGE,
                        id -> queues.sendMessage(b -> b.queueUrl(queue).messageBody(id))),
                writer(
                        Kind.RECORD,
                        id ->
                                streams.putRecord(b ->
                                        b.streamName(Places.NAME)
                                                .partitionKey(id)
                                                .data(SdkBytes.fromUtf8String(id)))),
                writer(
                        Kind.DELIVERY,
                        id ->
                                deliveries.putRecord(b ->
                                        b.deliveryStreamName(Places.NAME)
                                                .record(r ->
                                                        r.data(
                                                                SdkBytes.fromUtf8String(
                                                                        id + "\n"))))),
                writer(
                        Kind.OBJECT,
                        id ->
                                buckets.putObject(
                                        b -> b.bucket(Places.BUCKET).key(Places.OBJECTS + id),
                                        RequestBody.fromString(id))));
    }

    boolean done() {
        return ledger.acknowledged(Kind.EVENT) >= events;
    }

    private interface Write {
        Object of(String id);
    }

    private Thread writer(Kind kind, Write write) {
        return thread(() -> {
            String id = ledger.next(kind);
            Object ignored = write.of(id);
            ledger.acknowledge(kind, id);
        });
    }

    private Thread thread(Runnable write) {
        return Thread.ofPlatform()
                .start(() -> {
                    try {
                        while (!done() && !stopped.get()) {
                            write.run();
                        }
                    } catch (SdkException e) {
                        // The process is dead; what this call wrote is not known to be there.
                        return;
                    }
                });
    }

    private void putEvents(EventBridgeClient bus) {
        List<String> ids =
                IntStream.range(0, BATCH).mapToObj(i -> ledger.next(Kind.EVENT)).toList();
        List<PutEventsResultEntry> results =
                bus.putEvents(b -> b.entries(ids.stream().map(Writers::sale).toList())).entries();
        for (int i = 0; i < BATCH; i++) {
            if (results.get(i).errorCode() == null) {
                ledger.acknowledge(Kind.EVENT, ids.get(i));
            }
        }
    }

    private static PutEventsRequestEntry sale(String id) {
        return PutEventsRequestEntry.builder()
                .eventBusName("tillstream")
                .source("tillstream.ingest")
                .detailType("sales-events")
                .detail(
                        """
                        {"request_id":"%s","store_id":"store_%d","name":"Minotaur","category":"Books",\
                        "sku":"Minotaur","sales":75.30,"quantity":1,"is_return":false}\
                        """
                                .formatted(id, id.hashCode() & 7))
                .build();
    }
}
