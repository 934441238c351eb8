package dev.tillstream.local.aws.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Reads back everything that is there, ids as often as they occur. */
final class Readers implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("[A-Z]+-\\d+");

    private final DynamoDbClient tables;
    private final SqsClient queues;
    private final KinesisClient streams;
    private final S3Client buckets;

    Readers(AwsProcess aws) {
        tables = aws.client(DynamoDbClient.builder());
        queues = aws.client(SqsClient.builder());
        streams = aws.client(KinesisClient.builder());
        buckets = aws.client(S3Client.builder().forcePathStyle(true));
    }

    List<String> items() {
        return tables
                .scanPaginator(b -> b.tableName(Places.NAME).consistentRead(true))
                .items()
                .stream()
                .map(item -> item.get("id").s())
                .toList();
    }

    /** What is visible of a queue; it is gone from there afterwards. */
    List<String> messages(String queue) {
        String url = queues.getQueueUrl(b -> b.queueName(queue)).queueUrl();
        List<String> ids = new ArrayList<>();
        List<Message> batch = receive(url);
        while (!batch.isEmpty()) {
            batch.forEach(message -> ids(message.body()).forEach(ids::add));
            List<Message> received = batch;
            queues.deleteMessageBatch(b ->
                    b.queueUrl(url)
                            .entries(
                                    received.stream()
                                            .map(m ->
                                                    software.amazon.awssdk.services.sqs.model
                                                            .DeleteMessageBatchRequestEntry
                                                            .builder()
                                                            .id(m.messageId())
                                                            .receiptHandle(m.receiptHandle())
                                                            .build())
                                            .toList()));
            batch = receive(url);
        }
        return ids;
    }

    List<String> records(String stream) {
        List<String> ids = new ArrayList<>();
        for (var shard : streams.listShards(b -> b.streamName(stream)).shards()) {
            String iterator =
                    streams.getShardIterator(b ->
                                    b.streamName(stream)
                                            .shardId(shard.shardId())
                                            .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                            .shardIterator();
            GetRecordsResponse read = read(iterator);
            while (!read.records().isEmpty()) {
                read.records()
                        .forEach(record -> ids(record.data().asUtf8String()).forEach(ids::add));
                read = read(read.nextShardIterator());
            }
        }
        return ids;
    }

    /** The ids in the contents of all objects under a prefix. */
    List<String> contents(String prefix) {
        List<String> ids = new ArrayList<>();
        each(
                prefix,
                object ->
                        ids(buckets.getObjectAsBytes(b -> b.bucket(Places.BUCKET).key(object.key()))
                                        .asUtf8String())
                                .forEach(ids::add));
        return ids;
    }

    /** The ids in the keys of all objects under a prefix. */
    List<String> keys(String prefix) {
        List<String> keys = new ArrayList<>();
        each(prefix, object -> keys.add(object.key().substring(prefix.length())));
        return keys;
    }

    private void each(String prefix, Consumer<S3Object> use) {
        buckets.listObjectsV2Paginator(b -> b.bucket(Places.BUCKET).prefix(prefix))
                .contents()
                .forEach(use);
    }

    private List<Message> receive(String url) {
        return queues.receiveMessage(
                        b -> b.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(0))
                .messages();
    }

    private GetRecordsResponse read(String iterator) {
        return streams.getRecords(b -> b.shardIterator(iterator).limit(5_000));
    }

    private static Stream<String> ids(String text) {
        return ID.matcher(text).results().map(MatchResult::group);
    }

    @Override
    public void close() {
        tables.close();
        queues.close();
        streams.close();
        buckets.close();
    }
}
