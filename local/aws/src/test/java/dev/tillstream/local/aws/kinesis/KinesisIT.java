package dev.tillstream.local.aws.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tillstream.local.aws.Clients;
import dev.tillstream.local.aws.LocalAws;
import dev.tillstream.local.aws.LocalAwsFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** Kinesis as the SDK's clients see it: CBOR and JSON, HTTP/1.1 and HTTP/2. */
class KinesisIT {

    private static LocalAws aws;
    private static KinesisClient kinesis;

    private final String stream = "sales-" + UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        aws = LocalAwsFixture.start();
        kinesis = Clients.of(KinesisClient.builder(), aws.endpoint());
    }

    @AfterAll
    static void stop() {
        kinesis.close();
        aws.close();
    }

    @BeforeEach
    void createStream() {
        kinesis.createStream(b -> b.streamName(stream).shardCount(1));
    }

    @Test
    void carriesRecordsAndTimestampsInCbor() {
        carriesRecordsAndTimestamps(kinesis);
    }

    @Test
    void carriesRecordsAndTimestampsInJson() {
        // The client reads the switch when it is built.
        System.setProperty(SdkSystemSetting.CBOR_ENABLED.property(), "false");
        try (var json = Clients.of(KinesisClient.builder(), aws.endpoint())) {
            carriesRecordsAndTimestamps(json);
        } finally {
            System.clearProperty(SdkSystemSetting.CBOR_ENABLED.property());
        }
    }

    private void carriesRecordsAndTimestamps(KinesisClient client) {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        client.putRecord(b -> b.streamName(stream).partitionKey("k").data(bytes("ä")));
        var created =
                client.describeStreamSummary(b -> b.streamName(stream))
                        .streamDescriptionSummary()
                        .streamCreationTimestamp();

        Record record = read(client, ShardIteratorType.AT_TIMESTAMP, before).getFirst();

        assertThat(record.data().asUtf8String()).isEqualTo("ä");
        assertThat(record.approximateArrivalTimestamp())
                .isBetween(before, before.plus(Duration.ofSeconds(30)));
        assertThat(created).isBetween(before.minusSeconds(30), before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Protocol.class,
            names = {"HTTP1_1", "HTTP2"})
    void answersTheAsyncClientOverBothVersionsOfHttp(Protocol protocol) {
        var http = NettyNioAsyncHttpClient.builder().protocol(protocol);
        try (var async =
                Clients.of(KinesisAsyncClient.builder().httpClientBuilder(http), aws.endpoint())) {
            putHundreds(async);
        }
    }

    @Test
    void answersTheAsyncClientAsItIsByDefault() {
        try (var async = Clients.of(KinesisAsyncClient.builder(), aws.endpoint())) {
            putHundreds(async);
        }
    }

    private void putHundreds(KinesisAsyncClient async) {
        var calls =
                IntStream.range(0, 20)
                        .mapToObj(call ->
                                async.putRecords(b -> b.streamName(stream).records(batch(500))))
                        .toList();

        assertThat(calls).allSatisfy(c -> assertThat(c.join().failedRecordCount()).isZero());
        assertThat(read(kinesis, ShardIteratorType.TRIM_HORIZON, Instant.EPOCH)).hasSize(10_000);
    }

    @Test
    void leadsAReaderFromAClosedShardToItsChildren() {
        kinesis.putRecord(b -> b.streamName(stream).partitionKey("k").data(bytes("before")));
        Shard parent = shards().getFirst();
        kinesis.splitShard(b ->
                b.streamName(stream)
                        .shardToSplit(parent.shardId())
                        .newStartingHashKey("170141183460469231731687303715884105728"));

        var reply =
                kinesis.getRecords(b ->
                        b.shardIterator(
                                iterator(kinesis, ShardIteratorType.TRIM_HORIZON, Instant.EPOCH)));

        assertThat(reply.records()).hasSize(1);
        assertThat(reply.nextShardIterator()).isNull();
        assertThat(reply.childShards()).extracting(c -> c.shardId()).hasSize(2);
        assertThat(shards())
                .extracting(Shard::parentShardId)
                .containsExactly(null, parent.shardId(), parent.shardId());
    }

    @Test
    void reportsErrorsAsTheSdkKnowsThem() {
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> kinesis.describeStream(b -> b.streamName("nowhere")))
                .withMessageContaining("nowhere");
    }

    private List<Shard> shards() {
        return kinesis.listShards(b -> b.streamName(stream)).shards();
    }

    private List<Record> read(KinesisClient client, ShardIteratorType type, Instant time) {
        List<Record> records = new ArrayList<>();
        String next = iterator(client, type, time);
        while (true) {
            String iterator = next;
            var reply = client.getRecords(b -> b.shardIterator(iterator));
            records.addAll(reply.records());
            if (reply.millisBehindLatest() == 0) {
                return records;
            }
            next = reply.nextShardIterator();
        }
    }

    private String iterator(KinesisClient client, ShardIteratorType type, Instant time) {
        return client.getShardIterator(b ->
                        b.streamName(stream)
                                .shardId("shardId-000000000000")
                                .shardIteratorType(type)
                                .timestamp(time))
                .shardIterator();
    }

    private static List<PutRecordsRequestEntry> batch(int size) {
        return IntStream.range(0, size)
                .mapToObj(i ->
                        PutRecordsRequestEntry.builder()
                                .partitionKey("k" + i)
                                .data(bytes("record " + i))
                                .build())
                .toList();
    }

    private static SdkBytes bytes(String text) {
        return SdkBytes.fromUtf8String(text);
    }
}
