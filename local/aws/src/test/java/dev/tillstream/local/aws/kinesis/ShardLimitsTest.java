package dev.tillstream.local.aws.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tillstream.local.aws.protocol.AwsException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ShardLimitsTest {

    private static final String HALF_A_MEGABYTE = "x".repeat(512 * 1024 - 1);

    private final KinesisFixture fixture = new KinesisFixture(64 << 20, true);

    @BeforeEach
    void create() {
        fixture.create(KinesisFixture.STREAM, 1);
    }

    @Test
    void takesAThousandRecordsASecond() {
        IntStream.range(0, 1_000).forEach(i -> fixture.put("k", "r"));

        assertExceeded(() -> fixture.put("k", "r"));
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(fixture.put("k", "r").has("SequenceNumber")).isTrue();
    }

    @Test
    void takesAMegabyteASecond() {
        fixture.put("k", HALF_A_MEGABYTE);
        fixture.put("k", HALF_A_MEGABYTE);

        assertExceeded(() -> fixture.put("k", "r"));
    }

    @Test
    void refusesOnlyTheRecordsOfACallThatAreTooMany() {
        JsonNode first = putMany(500);
        JsonNode second = putMany(500);
        JsonNode third = putMany(3);

        assertThat(first.path("FailedRecordCount").intValue()).isZero();
        assertThat(second.path("FailedRecordCount").intValue()).isZero();
        assertThat(third.path("FailedRecordCount").intValue()).isEqualTo(3);
        assertThat(codes(third)).containsOnly("ProvisionedThroughputExceededException").hasSize(3);
    }

    @Test
    void countsEachShardByItself() {
        fixture.create("two", 2);
        IntStream.range(0, 1_000).forEach(i -> fixture.put("two", "a", "r"));
        String shard = fixture.put(KinesisFixture.STREAM, "a", "r").path("ShardId").asString();

        assertThat(shard).isEqualTo("shardId-000000000000");
        assertExceeded(() -> fixture.put("two", "a", "r"));
        // The MD5 of "a" begins with 0c, that of "b" with 92: the other half.
        assertThat(fixture.put("two", "b", "r").has("SequenceNumber")).isTrue();
    }

    @Test
    void givesFiveReadsASecond() {
        String iterator = fixture.iterator(0, "TRIM_HORIZON");
        IntStream.range(0, 5).forEach(i -> fixture.get(iterator));

        assertExceeded(() -> fixture.get(iterator));
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(fixture.get(iterator).has("NextShardIterator")).isTrue();
    }

    @Test
    void closesAShardForFiveSecondsAfterTenMegabytes() {
        IntStream.range(0, 20)
                .forEach(i -> {
                    fixture.put("k", HALF_A_MEGABYTE);
                    fixture.clock.advance(Duration.ofSeconds(1));
                });
        String iterator = fixture.iterator(0, "TRIM_HORIZON");
        assertThat(fixture.get(iterator).path("Records")).hasSize(20);

        fixture.clock.advance(Duration.ofMillis(4_900));
        assertExceeded(() -> fixture.get(iterator));
        fixture.clock.advance(Duration.ofMillis(100));
        assertThat(fixture.get(iterator).path("Records")).hasSize(20);
    }

    private JsonNode putMany(int count) {
        ObjectNode input = KinesisFixture.json("{'StreamName':'sales'}");
        ArrayNode records = input.putArray("Records");
        IntStream.range(0, count)
                .forEach(i -> records.addObject().put("PartitionKey", "k").put("Data", "cg=="));
        return fixture.kinesis.handle("PutRecords", input);
    }

    private static List<String> codes(JsonNode reply) {
        return StreamSupport.stream(reply.path("Records").spliterator(), false)
                .map(record -> record.path("ErrorCode").asString())
                .toList();
    }

    private static void assertExceeded(ThrowingCallable call) {
        assertThatExceptionOfType(AwsException.class)
                .isThrownBy(call)
                .satisfies(e ->
                        assertThat(e.code()).isEqualTo("ProvisionedThroughputExceededException"));
    }
}
