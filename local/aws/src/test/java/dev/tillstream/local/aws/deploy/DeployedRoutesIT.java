package dev.tillstream.local.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.aws.Clients;
import dev.tillstream.local.aws.LocalAws;
import dev.tillstream.local.aws.LocalAwsSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Where events go once the committed templates are deployed. */
final class DeployedRoutesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BUCKET = "tillstream-data-000000000000";

    private static LocalAws aws;

    @BeforeAll
    static void sendASaleAReturnAndADelivery() throws Exception {
        aws =
                LocalAws.start(
                        new LocalAwsSettings(
                                0,
                                CommittedTemplatesTest.FOLDER,
                                Map.of("BufferIntervalSeconds", "1"),
                                1 << 20));
        try (var events = Clients.of(EventBridgeClient.builder(), aws.endpoint())) {
            send(events, "sales-events", "sale", false);
            send(events, "sales-events", "return", true);
            send(events, "inventory-events", "delivery", false);
        }
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void salesThatAreNotReturnsGoToDispatch() {
        assertThat(received("tillstream-dispatch", 1))
                .singleElement()
                .asString()
                .contains("\"request_id\":\"sale\"");
    }

    @Test
    void allSalesAndInventoryGoToTheWarehouse() {
        assertThat(received("tillstream-warehouse", 3))
                .hasSize(3)
                .anyMatch(body -> body.contains("\"sale\""))
                .anyMatch(body -> body.contains("\"return\""))
                .anyMatch(body -> body.contains("\"delivery\""));
    }

    @Test
    void eachTypeGoesToItsStreamWithItsStoreAsKey() {
        assertThat(records("tillstream-sales-events", 2))
                .hasSize(2)
                .extracting(Record::partitionKey)
                .containsOnly("store_1");
        assertThat(records("tillstream-inventory-events", 1))
                .hasSize(1)
                .extracting(Record::partitionKey)
                .containsOnly("store_1");
    }

    @Test
    void everythingIsKeptInTheBucketOneLineEach() {
        try (var s3 = Clients.of(S3Client.builder().forcePathStyle(true), aws.endpoint())) {
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(raw(s3).lines())
                                    .hasSize(3)
                                    .allMatch(line ->
                                            line.startsWith("{\"version\":\"0\"")
                                                    && line.endsWith("}")));
        }
    }

    private static void send(EventBridgeClient events, String type, String id, boolean isReturn) {
        var detail =
                "{\"request_id\":\"%s\",\"store_id\":\"store_1\",\"is_return\":%s}"
                        .formatted(id, isReturn);
        var entry =
                PutEventsRequestEntry.builder()
                        .eventBusName("tillstream")
                        .source("tillstream.ingest")
                        .detailType(type)
                        .detail(detail)
                        .build();
        var result = events.putEvents(request -> request.entries(entry));
        assertThat(result.failedEntryCount()).isZero();
    }

    /** Waits for as many messages, then a moment for one that should not come. */
    private static List<String> received(String queue, int count) {
        try (var sqs = Clients.of(SqsClient.builder(), aws.endpoint())) {
            var url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
            var bodies = new ArrayList<String>();
            await().atMost(PATIENCE)
                    .until(() -> {
                        bodies.addAll(bodies(sqs, url, 1));
                        return bodies.size() >= count;
                    });
            bodies.addAll(bodies(sqs, url, 1));
            return bodies;
        }
    }

    private static List<String> bodies(SqsClient sqs, String url, int waitSeconds) {
        return sqs
                .receiveMessage(request ->
                        request.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(waitSeconds))
                .messages()
                .stream()
                .map(Message::body)
                .toList();
    }

    private static List<Record> records(String stream, int count) {
        try (var kinesis = Clients.of(KinesisClient.builder(), aws.endpoint())) {
            return await().atMost(PATIENCE)
                    .until(() -> records(kinesis, stream), records -> records.size() >= count);
        }
    }

    private static List<Record> records(KinesisClient kinesis, String stream) {
        return kinesis.listShards(request -> request.streamName(stream)).shards().stream()
                .map(shard ->
                        kinesis.getShardIterator(request ->
                                        request.streamName(stream)
                                                .shardId(shard.shardId())
                                                .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                                .shardIterator())
                .flatMap(iterator ->
                        kinesis
                                .getRecords(request -> request.shardIterator(iterator))
                                .records()
                                .stream())
                .toList();
    }

    private static String raw(S3Client s3) {
        var all = new StringBuilder();
        for (var object :
                s3.listObjectsV2(request -> request.bucket(BUCKET).prefix("raw/")).contents()) {
            all.append(
                    s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(object.key()))
                            .asUtf8String());
        }
        return all.toString();
    }
}
