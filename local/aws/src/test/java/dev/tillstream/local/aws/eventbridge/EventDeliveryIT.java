package dev.tillstream.local.aws.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.aws.Clients;
import dev.tillstream.local.aws.LocalAws;
import dev.tillstream.local.aws.LocalAwsFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamType;
import software.amazon.awssdk.services.firehose.model.Processor;
import software.amazon.awssdk.services.firehose.model.ProcessorParameter;
import software.amazon.awssdk.services.firehose.model.ProcessorParameterName;
import software.amazon.awssdk.services.firehose.model.ProcessorType;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events that go in by the SDK and come out of SQS, Kinesis and S3 by the SDK. */
class EventDeliveryIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ROLE = "arn:aws:iam::000000000000:role/targets";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static LocalAws aws;
    private static EventBridgeClient events;
    private static SqsClient sqs;
    private static KinesisClient kinesis;
    private static FirehoseClient firehose;
    private static S3Client s3;

    @BeforeAll
    static void start() throws Exception {
        aws = LocalAwsFixture.start();
        events = Clients.of(EventBridgeClient.builder(), aws.endpoint());
        sqs = Clients.of(SqsClient.builder(), aws.endpoint());
        kinesis = Clients.of(KinesisClient.builder(), aws.endpoint());
        firehose = Clients.of(FirehoseClient.builder(), aws.endpoint());
        s3 = Clients.of(S3Client.builder().forcePathStyle(true), aws.endpoint());
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void deliversAThousandEventsToFourTargetsWithoutLossOrRepeat() {
        events.createEventBus(b -> b.name("thousand"));
        String dispatch = queue("thousand-dispatch");
        String warehouse = queue("thousand-warehouse");
        kinesis.createStream(b -> b.streamName("thousand-sales").shardCount(2));
        s3.createBucket(b -> b.bucket("thousand-data"));
        deliveryStream("thousand-raw", "thousand-data", "raw/");
        rule(
                "thousand",
                "dispatch",
                "{\"detail\":{\"is_return\":[false]}}",
                sqsTarget("thousand-dispatch"));
        rule(
                "thousand",
                "warehouse",
                "{\"detail-type\":[\"sales-events\"]}",
                sqsTarget("thousand-warehouse"));
        rule(
                "thousand",
                "sales",
                "{\"detail-type\":[\"sales-events\"]}",
                Target.builder()
                        .id("sales")
                        .arn("arn:aws:kinesis:us-east-1:000000000000:stream/thousand-sales")
                        .roleArn(ROLE)
                        .kinesisParameters(p -> p.partitionKeyPath("$.detail.store_id"))
                        .build());
        rule(
                "thousand",
                "raw",
                "{\"source\":[{\"prefix\":\"tillstream.\"}]}",
                Target.builder()
                        .id("raw")
                        .arn("arn:aws:firehose:us-east-1:000000000000:deliverystream/thousand-raw")
                        .roleArn(ROLE)
                        .build());

        Set<String> sent = new TreeSet<>();
        for (int batch = 0; batch < 100; batch++) {
            int first = batch * 10;
            PutEventsResponse answer =
                    events.putEvents(b ->
                            b.entries(
                                    IntStream.range(first, first + 10)
                                            .mapToObj(EventDeliveryIT::sale)
                                            .toList()));
            assertThat(answer.failedEntryCount()).isZero();
            answer.entries().forEach(entry -> sent.add(entry.eventId()));
        }
        assertThat(sent).hasSize(1_000);

        assertThat(ids(receive(dispatch, 1_000))).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(ids(receive(warehouse, 1_000))).containsExactlyInAnyOrderElementsOf(sent);
        List<Record> records = records("thousand-sales", 1_000);
        assertThat(records)
                .allSatisfy(record ->
                        assertThat(record.partitionKey())
                                .isEqualTo(
                                        JSON.readTree(record.data().asByteArray())
                                                .at("/detail/store_id")
                                                .stringValue()));
        assertThat(ids(records.stream().map(record -> record.data().asUtf8String()).toList()))
                .containsExactlyInAnyOrderElementsOf(sent);
        assertThat(ids(lines("thousand-data", "raw/", 1_000)))
                .containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void carriesTheSeedsEventUnchangedInANewEnvelope() throws Exception {
        String queue = queue("seed");
        events.createEventBus(b -> b.name("seed"));
        rule("seed", "all", "{\"source\":[\"tillstream.ingest\"]}", sqsTarget("seed"));
        String detail =
                """
                {"request_id":"b4d727cc-2b00-4146-aee9-33097f33a6e2","name":"Minotaur","category":"Books",
                 "store_id":"store_2","sales":75.320,"contact_me":"github.com/miztiik","is_return":true}\
                """;

        PutEventsResponse answer =
                events.putEvents(b ->
                        b.entries(
                                PutEventsRequestEntry.builder()
                                        .eventBusName("seed")
                                        .source("tillstream.ingest")
                                        .detailType("sales-events")
                                        .time(Instant.parse("2021-03-06T17:15:06.9Z"))
                                        .detail(detail)
                                        .build()));

        String id = answer.entries().getFirst().eventId();
        assertThat(receive(queue, 1))
                .containsExactly(
                        ("{'version':'0','id':'"
                                        + id
                                        + "','detail-type':'sales-events',"
                                        + "'source':'tillstream.ingest','account':'000000000000',"
                                        + "'time':'2021-03-06T17:15:06Z','region':'us-east-1','resources':[],"
                                        + "'detail':{'request_id':'b4d727cc-2b00-4146-aee9-33097f33a6e2',"
                                        + "'name':'Minotaur','category':'Books','store_id':'store_2',"
                                        + "'sales':75.320,'contact_me':'github.com/miztiik','is_return':true}}")
                                .replace('\'', '"'));
    }

    @Test
    void tellsInTheDeadLettersAttributesWhatHappened() {
        events.createEventBus(b -> b.name("dead"));
        String deadLetters = queue("dead-dlq");
        Target gone =
                sqsTarget("no-such-queue").toBuilder()
                        .deadLetterConfig(b -> b.arn(queueArn("dead-dlq")))
                        .build();
        rule("dead", "gone", "{\"source\":[\"tillstream.test\"]}", gone);

        events.putEvents(b ->
                b.entries(
                        sale(1).toBuilder()
                                .eventBusName("dead")
                                .source("tillstream.test")
                                .build()));

        Message message =
                await().atMost(PATIENCE)
                        .until(
                                () ->
                                        sqs.receiveMessage(b ->
                                                        b.queueUrl(deadLetters)
                                                                .waitTimeSeconds(1)
                                                                .messageAttributeNames("All"))
                                                .messages(),
                                messages -> !messages.isEmpty())
                        .getFirst();
        assertThat(JSON.readTree(message.body()).at("/detail/store_id").stringValue())
                .isEqualTo("store_1");
        Map<String, MessageAttributeValue> attributes = message.messageAttributes();
        assertThat(attributes.keySet())
                .containsExactlyInAnyOrder(
                        "RULE_ARN", "TARGET_ARN", "ERROR_CODE", "ERROR_MESSAGE", "RETRY_ATTEMPTS");
        assertThat(attributes.get("RULE_ARN").stringValue())
                .isEqualTo("arn:aws:events:us-east-1:000000000000:rule/dead/gone");
        assertThat(attributes.get("TARGET_ARN").stringValue()).isEqualTo(queueArn("no-such-queue"));
        assertThat(attributes.get("ERROR_CODE").stringValue()).isEqualTo("NO_RESOURCE");
        assertThat(attributes.get("RETRY_ATTEMPTS").stringValue()).isEqualTo("0");
    }

    private static PutEventsRequestEntry sale(int number) {
        String detail =
                """
                {"request_id":"r-%d","store_id":"store_%d","sales":1.50,"is_return":false}\
                """
                        .formatted(number, number % 5);
        return PutEventsRequestEntry.builder()
                .eventBusName("thousand")
                .source("tillstream.ingest")
                .detailType("sales-events")
                .detail(detail)
                .build();
    }

    private static void rule(String bus, String name, String pattern, Target target) {
        events.putRule(b -> b.eventBusName(bus).name(name).eventPattern(pattern));
        assertThat(
                        events.putTargets(b -> b.eventBusName(bus).rule(name).targets(target))
                                .failedEntryCount())
                .isZero();
    }

    private static Target sqsTarget(String queue) {
        return Target.builder().id(queue).arn(queueArn(queue)).build();
    }

    private static String queue(String name) {
        return sqs.createQueue(b -> b.queueName(name)).queueUrl();
    }

    private static String queueArn(String name) {
        return "arn:aws:sqs:us-east-1:000000000000:" + name;
    }

    private static void deliveryStream(String name, String bucket, String prefix) {
        Processor newline =
                Processor.builder()
                        .type(ProcessorType.APPEND_DELIMITER_TO_RECORD)
                        .parameters(
                                ProcessorParameter.builder()
                                        .parameterName(ProcessorParameterName.DELIMITER)
                                        .parameterValue("\\n")
                                        .build())
                        .build();
        firehose.createDeliveryStream(b ->
                b.deliveryStreamName(name)
                        .deliveryStreamType(DeliveryStreamType.DIRECT_PUT)
                        .extendedS3DestinationConfiguration(s ->
                                s.bucketARN("arn:aws:s3:::" + bucket)
                                        .roleARN(ROLE)
                                        .prefix(prefix)
                                        .bufferingHints(h -> h.intervalInSeconds(1).sizeInMBs(1))
                                        .processingConfiguration(
                                                p -> p.enabled(true).processors(newline))));
    }

    /** Receives until there are that many and a second without any other. */
    private static List<String> receive(String queueUrl, int count) {
        List<String> bodies = new ArrayList<>();
        await().atMost(PATIENCE)
                .until(() -> {
                    List<String> more = receiveOnce(queueUrl);
                    while (!more.isEmpty()) {
                        bodies.addAll(more);
                        more = receiveOnce(queueUrl);
                    }
                    return bodies.size() >= count;
                });
        return bodies;
    }

    private static List<String> receiveOnce(String queueUrl) {
        List<Message> messages =
                sqs.receiveMessage(b ->
                                b.queueUrl(queueUrl).maxNumberOfMessages(10).waitTimeSeconds(1))
                        .messages();
        if (!messages.isEmpty()) {
            sqs.deleteMessageBatch(b ->
                    b.queueUrl(queueUrl)
                            .entries(
                                    messages.stream()
                                            .map(m ->
                                                    DeleteMessageBatchRequestEntry.builder()
                                                            .id(m.messageId())
                                                            .receiptHandle(m.receiptHandle())
                                                            .build())
                                            .toList()));
        }
        return messages.stream().map(Message::body).toList();
    }

    private static List<Record> records(String stream, int count) {
        return await().atMost(PATIENCE)
                .until(() -> records(stream), records -> records.size() >= count);
    }

    private static List<Record> records(String stream) {
        return kinesis.listShards(b -> b.streamName(stream)).shards().stream()
                .map(shard ->
                        kinesis.getShardIterator(b ->
                                b.streamName(stream)
                                        .shardId(shard.shardId())
                                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON)))
                .flatMap(iterator ->
                        kinesis
                                .getRecords(b -> b.shardIterator(iterator.shardIterator()))
                                .records()
                                .stream())
                .toList();
    }

    private static List<String> lines(String bucket, String prefix, int count) {
        return await().atMost(PATIENCE)
                .until(() -> lines(bucket, prefix), lines -> lines.size() >= count);
    }

    private static List<String> lines(String bucket, String prefix) {
        List<String> keys =
                s3.listObjectsV2(b -> b.bucket(bucket).prefix(prefix)).contents().stream()
                        .map(S3Object::key)
                        .toList();
        return keys.stream()
                .map(key -> s3.getObjectAsBytes(b -> b.bucket(bucket).key(key)).asUtf8String())
                .peek(text -> assertThat(text).endsWith("}\n"))
                .flatMap(String::lines)
                .toList();
    }

    private static List<String> ids(List<String> envelopes) {
        return envelopes.stream()
                .map(JSON::readTree)
                .map((JsonNode envelope) -> envelope.path("id").stringValue())
                .toList();
    }
}
