package dev.tillstream.local.aws.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tillstream.local.aws.Clients;
import dev.tillstream.local.aws.LocalAws;
import dev.tillstream.local.aws.LocalAwsFixture;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.Record;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Faults within a batch or a transaction: what is refused is not done, the rest is. */
class BatchFaultsIT {

    private static final String TABLE = "orders";

    private static LocalAws aws;
    private static HttpClient http;
    private static FaultCalls faults;
    private static SqsClient sqs;
    private static DynamoDbClient dynamoDb;

    @BeforeAll
    static void start() throws Exception {
        aws = LocalAwsFixture.start();
        http = HttpClient.newHttpClient();
        faults = new FaultCalls(http, aws.endpoint());
        sqs = Clients.of(SqsClient.builder(), aws.endpoint());
        dynamoDb = Clients.of(DynamoDbClient.builder(), aws.endpoint());
        dynamoDb.createTable(b ->
                b.tableName(TABLE)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(
                                AttributeDefinition.builder()
                                        .attributeName("id")
                                        .attributeType(ScalarAttributeType.S)
                                        .build())
                        .keySchema(
                                KeySchemaElement.builder()
                                        .attributeName("id")
                                        .keyType(KeyType.HASH)
                                        .build()));
    }

    @AfterAll
    static void stop() {
        sqs.close();
        dynamoDb.close();
        http.close();
        aws.close();
    }

    @AfterEach
    void clear() throws Exception {
        faults.clear();
    }

    @Test
    void refusesEntriesWithTheCodeThatIsAskedFor() throws Exception {
        faults.add(
                "{'kind':'partial','service':'events','operation':'PutEvents','share':1,'code':'MalformedDetail'}");
        try (var events = Clients.of(EventBridgeClient.builder(), aws.endpoint())) {
            var reply = events.putEvents(b -> b.entries(entry()));

            assertThat(reply.failedEntryCount()).isEqualTo(1);
            assertThat(reply.entries().getFirst().errorCode()).isEqualTo("MalformedDetail");
        }
    }

    @Test
    void refusesSomeEntriesOfPutEvents() throws Exception {
        faults.add(
                "{'kind':'partial','service':'events','operation':'PutEvents','share':0.3,'seed':1}");
        try (var events = Clients.of(EventBridgeClient.builder(), aws.endpoint())) {
            var reply =
                    events.putEvents(
                            b -> b.entries(IntStream.range(0, 10).mapToObj(i -> entry()).toList()));

            assertThat(reply.failedEntryCount()).isEqualTo(3);
            assertThat(reply.entries()).hasSize(10);
            assertThat(reply.entries())
                    .filteredOn(result -> result.errorCode() != null)
                    .hasSize(3)
                    .allSatisfy(result -> {
                        assertThat(result.errorCode()).isEqualTo("InternalFailure");
                        assertThat(result.eventId()).isNull();
                    });
        }
    }

    @Test
    void refusesSomeRecordsOfAStream() throws Exception {
        faults.add("{'kind':'partial','service':'kinesis','resource':'half'}");
        try (var kinesis = Clients.of(KinesisClient.builder(), aws.endpoint())) {
            kinesis.createStream(b -> b.streamName("half").shardCount(1));
            var records =
                    IntStream.range(0, 10)
                            .mapToObj(i ->
                                    PutRecordsRequestEntry.builder()
                                            .partitionKey("k")
                                            .data(SdkBytes.fromUtf8String("r" + i))
                                            .build())
                            .toList();

            var reply = kinesis.putRecords(b -> b.streamName("half").records(records));

            List<String> accepted =
                    IntStream.range(0, 10)
                            .filter(i -> reply.records().get(i).errorCode() == null)
                            .mapToObj(i -> "r" + i)
                            .toList();
            assertThat(reply.failedRecordCount()).isEqualTo(5);
            assertThat(stored(kinesis)).isEqualTo(accepted).hasSize(5);
            assertThat(reply.records())
                    .filteredOn(result -> result.sequenceNumber() == null)
                    .extracting("errorCode")
                    .containsOnly("ProvisionedThroughputExceededException");
        }
    }

    @Test
    void refusesAllRecordsOfADeliveryStream() throws Exception {
        faults.add("{'kind':'partial','service':'firehose','share':1}");
        try (var firehose = Clients.of(FirehoseClient.builder(), aws.endpoint())) {
            var record = Record.builder().data(SdkBytes.fromUtf8String("r")).build();

            var reply =
                    firehose.putRecordBatch(
                            b -> b.deliveryStreamName("raw").records(record, record, record));

            assertThat(reply.failedPutCount()).isEqualTo(3);
            assertThat(reply.requestResponses())
                    .extracting("errorCode")
                    .containsOnly("ServiceUnavailableException")
                    .hasSize(3);
        }
    }

    @Test
    void refusesSomeMessagesOfASend() throws Exception {
        String url = queue();
        faults.add("{'kind':'partial','service':'sqs','operation':'SendMessageBatch','seed':7}");

        var reply = sqs.sendMessageBatch(b -> b.queueUrl(url).entries(messages(10)));

        assertThat(reply.failed())
                .hasSize(5)
                .allSatisfy(failed -> {
                    assertThat(failed.senderFault()).isFalse();
                    assertThat(failed.code()).isEqualTo("InternalError");
                });
        assertThat(reply.successful()).hasSize(5);
        assertThat(receive(url))
                .extracting(Message::body)
                .containsExactlyInAnyOrderElementsOf(
                        reply.successful().stream().map(sent -> sent.id()).toList());
    }

    @Test
    void refusesSomeMessagesOfADelete() throws Exception {
        String url = queue();
        sqs.sendMessageBatch(b -> b.queueUrl(url).entries(messages(4)));
        List<Message> received = receive(url);
        faults.add("{'kind':'partial','operation':'DeleteMessageBatch','share':0.25}");

        var reply =
                sqs.deleteMessageBatch(b ->
                        b.queueUrl(url)
                                .entries(received.stream().map(BatchFaultsIT::deletion).toList()));

        assertThat(reply.successful()).hasSize(3);
        assertThat(reply.failed()).hasSize(1);
        assertThat(receive(url))
                .extracting(Message::messageId)
                .containsExactlyElementsOf(
                        reply.failed().stream().map(BatchResultErrorEntry::id).toList());
    }

    @Test
    void leavesSomeItemsOfABatchUnprocessed() throws Exception {
        faults.add(
                "{'kind':'partial','service':'dynamodb','resource':'orders','share':0.4,'count':1}");
        var writes =
                IntStream.range(0, 5)
                        .mapToObj(i ->
                                WriteRequest.builder()
                                        .putRequest(put -> put.item(item("batch-" + i)))
                                        .build())
                        .toList();

        var reply = dynamoDb.batchWriteItem(b -> b.requestItems(Map.of(TABLE, writes)));

        List<WriteRequest> left = reply.unprocessedItems().get(TABLE);
        assertThat(left).hasSize(2);
        assertThat(writes)
                .allSatisfy(write ->
                        assertThat(exists(write.putRequest().item()))
                                .isEqualTo(!left.contains(write)));
        assertThat(
                        dynamoDb.batchWriteItem(b -> b.requestItems(reply.unprocessedItems()))
                                .unprocessedItems())
                .isEmpty();
        assertThat(writes).allMatch(write -> exists(write.putRequest().item()));
    }

    @Test
    void leavesSomeKeysOfABatchUnprocessed() throws Exception {
        dynamoDb.putItem(b -> b.tableName(TABLE).item(item("key-1")));
        faults.add("{'kind':'partial','service':'dynamodb','operation':'BatchGetItem','share':1}");

        var reply =
                dynamoDb.batchGetItem(
                        b -> b.requestItems(Map.of(TABLE, keysOf(List.of(item("key-1"))))));

        assertThat(reply.responses()).isEmpty();
        assertThat(reply.unprocessedKeys().get(TABLE).keys()).containsExactly(item("key-1"));
    }

    @Test
    void cancelsATransactionThatMeetsAnother() throws Exception {
        faults.add("{'kind':'conflict','service':'dynamodb','count':1}");
        var puts =
                List.of("t-1", "t-2").stream()
                        .map(id ->
                                TransactWriteItem.builder()
                                        .put(put -> put.tableName(TABLE).item(item(id)))
                                        .build())
                        .toList();

        assertThatExceptionOfType(TransactionCanceledException.class)
                .isThrownBy(() -> dynamoDb.transactWriteItems(b -> b.transactItems(puts)))
                .satisfies(e ->
                        assertThat(e.cancellationReasons())
                                .extracting(CancellationReason::code)
                                .containsExactly("TransactionConflict", "None"));
        assertThat(exists(item("t-1"))).isFalse();
        dynamoDb.transactWriteItems(b -> b.transactItems(puts));
        assertThat(exists(item("t-1"))).isTrue();
    }

    @Test
    void refusesAWriteThatMeetsATransaction() throws Exception {
        faults.add("{'kind':'conflict','operation':'UpdateItem'}");

        assertThatExceptionOfType(TransactionConflictException.class)
                .isThrownBy(() -> dynamoDb.updateItem(b -> b.tableName(TABLE).key(item("c"))));
    }

    @Test
    void failsAConditionThatItsOwnLostWriteBroke() throws Exception {
        String fault = faults.add("{'kind':'lost-reply','operation':'PutItem','count':1}");

        // The SDK sends it again; only the first one was new.
        assertThatExceptionOfType(ConditionalCheckFailedException.class)
                .isThrownBy(() ->
                        dynamoDb.putItem(b ->
                                b.tableName(TABLE)
                                        .item(item("new"))
                                        .conditionExpression("attribute_not_exists(id)")));
        assertThat(faults.hits(fault)).isEqualTo(1);
        assertThat(exists(item("new"))).isTrue();
    }

    private static List<String> stored(KinesisClient kinesis) {
        String iterator =
                kinesis.getShardIterator(b ->
                                b.streamName("half")
                                        .shardId("shardId-000000000000")
                                        .shardIteratorType("TRIM_HORIZON"))
                        .shardIterator();
        return kinesis.getRecords(b -> b.shardIterator(iterator)).records().stream()
                .map(record -> record.data().asUtf8String())
                .toList();
    }

    private static KeysAndAttributes keysOf(List<Map<String, AttributeValue>> keys) {
        return KeysAndAttributes.builder().keys(keys).build();
    }

    private static Map<String, AttributeValue> item(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }

    private static boolean exists(Map<String, AttributeValue> key) {
        return dynamoDb.getItem(b -> b.tableName(TABLE).key(key)).hasItem();
    }

    private static String queue() {
        return sqs.createQueue(b ->
                        b.queueName("q-" + UUID.randomUUID())
                                .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "0")))
                .queueUrl();
    }

    private static List<SendMessageBatchRequestEntry> messages(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        SendMessageBatchRequestEntry.builder()
                                .id("m" + i)
                                .messageBody("m" + i)
                                .build())
                .toList();
    }

    private static DeleteMessageBatchRequestEntry deletion(Message message) {
        return DeleteMessageBatchRequestEntry.builder()
                .id(message.messageId())
                .receiptHandle(message.receiptHandle())
                .build();
    }

    private static List<Message> receive(String url) {
        return sqs.receiveMessage(b -> b.queueUrl(url).maxNumberOfMessages(10)).messages();
    }

    private static PutEventsRequestEntry entry() {
        return PutEventsRequestEntry.builder().source("s").detailType("t").detail("{}").build();
    }
}
