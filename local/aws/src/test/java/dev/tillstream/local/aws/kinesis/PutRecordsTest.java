package dev.tillstream.local.aws.kinesis;

import static dev.tillstream.local.aws.kinesis.KinesisFixture.json;
import static dev.tillstream.local.aws.kinesis.KinesisFixture.shard;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tillstream.local.aws.kinesis.stream.HashRange;
import dev.tillstream.local.aws.protocol.AwsException;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PutRecordsTest {

    private final KinesisFixture fixture = KinesisFixture.withShards(4);

    /** MD5 of the key; its first hex digit divided by four is the shard of four. */
    @ParameterizedTest
    @CsvSource({
        "a, 0cc175b9c0f1b6a831c399e269772661, 0",
        "abc, 900150983cd24fb0d6963f7d28e17f72, 2",
        "message digest, f96b697d7cb7938d525a2f31aaf161d0, 3",
    })
    void routesByTheMd5OfThePartitionKey(String key, String md5, int shard) {
        assertThat(HashRange.hash(key)).isEqualTo(new BigInteger(md5, 16));
        assertThat(fixture.put(key, "x").path("ShardId").stringValue()).isEqualTo(shard(shard));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "85070591730234615865843651857942052863, 0",
        "85070591730234615865843651857942052864, 1",
        "340282366920938463463374607431768211455, 3",
    })
    void routesByTheExplicitHashKeyUpToTheEdges(String hashKey, int shard) {
        assertThat(fixture.putAt(hashKey, "x").path("ShardId").stringValue())
                .isEqualTo(shard(shard));
    }

    @Test
    void answersEachRecordInTheOrderSentWithRisingSequenceNumbers() {
        JsonNode reply = fixture.kinesis.handle("PutRecords", records(500, "message digest"));

        assertThat(reply.path("FailedRecordCount").intValue()).isZero();
        var sequences = KinesisFixture.texts(reply.path("Records"), "SequenceNumber");
        assertThat(sequences).hasSize(500).isSorted().doesNotHaveDuplicates();
        assertThat(sequences).allSatisfy(number -> assertThat(number).hasSize(56));
        assertThat(fixture.all(3)).hasSize(500).startsWith("0", "1").endsWith("498", "499");
    }

    @Test
    void storesNothingOfACallWithOneIllegalRecord() {
        ObjectNode input = records(3, "abc");
        ((ObjectNode) input.path("Records").path(2)).put("PartitionKey", "x".repeat(257));

        assertRejected(input, "ValidationException");
        assertThat(fixture.all(2)).isEmpty();
    }

    @Test
    void rejectsMoreThan500Records() {
        assertRejected(records(501, "abc"), "ValidationException");
    }

    @Test
    void rejectsARecordOverOneMebibyteWithItsKey() {
        ObjectNode input = records(1, "abc");
        ((ObjectNode) input.path("Records").path(0)).put("Data", new byte[(1 << 20) - 2]);

        assertRejected(input, "ValidationException");
    }

    @Test
    void rejectsMoreThanTenMebibytes() {
        ObjectNode input = records(11, "abc");
        input.path("Records").forEach(r -> ((ObjectNode) r).put("Data", new byte[1_000_000]));

        assertRejected(input, "ValidationException");
    }

    @Test
    void rejectsAStreamThatIsNotThere() {
        ObjectNode input = records(1, "abc").put("StreamName", "other");

        assertRejected(input, "ResourceNotFoundException");
    }

    @Test
    void findsTheStreamByItsArn() {
        ObjectNode input = records(1, "abc");
        input.remove("StreamName");
        input.put("StreamARN", "arn:aws:kinesis:us-east-1:000000000000:stream/sales");

        fixture.kinesis.handle("PutRecords", input);

        assertThat(fixture.all(2)).containsExactly("0");
    }

    @Test
    void readsTheDataOfJsonAsBase64() {
        fixture.call("PutRecord", "{'StreamName':'sales','PartitionKey':'abc','Data':'aMOkdA=='}");

        assertThat(fixture.all(2)).containsExactly("hät");
    }

    private void assertRejected(JsonNode input, String code) {
        assertThatExceptionOfType(AwsException.class)
                .isThrownBy(() -> fixture.kinesis.handle("PutRecords", input))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private static ObjectNode records(int count, String key) {
        ObjectNode input = json("{'StreamName':'sales'}");
        ArrayNode records = input.putArray("Records");
        for (int i = 0; i < count; i++) {
            records.addObject()
                    .put("PartitionKey", key)
                    .put("Data", Integer.toString(i).getBytes(UTF_8));
        }
        return input;
    }
}
