package dev.tillstream.local.aws.kinesis;

import static dev.tillstream.local.aws.kinesis.KinesisFixture.data;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Timestamps;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GetRecordsTest {

    private final KinesisFixture fixture = KinesisFixture.withShards(1);

    @Test
    void readsFromTheTrimHorizon() {
        putOneTwoThree();

        assertThat(fixture.all(0)).containsExactly("one", "two", "three");
    }

    @Test
    void readsOnlyWhatComesAfterLatest() {
        putOneTwoThree();
        String latest = fixture.iterator(0, "LATEST");
        fixture.put("k", "four");

        assertThat(data(fixture.get(latest))).containsExactly("four");
    }

    @Test
    void startsLatestOfAnEmptyShardAtItsFirstRecord() {
        String latest = fixture.iterator(0, "LATEST");
        putOneTwoThree();

        assertThat(data(fixture.get(latest))).containsExactly("one", "two", "three");
    }

    @Test
    void readsAtASequenceNumber() {
        String two = putOneTwoThree().get(1);

        assertThat(data(fixture.get(fixture.iteratorFrom(0, "AT_SEQUENCE_NUMBER", two))))
                .containsExactly("two", "three");
    }

    @Test
    void readsAfterASequenceNumber() {
        String two = putOneTwoThree().get(1);

        assertThat(data(fixture.get(fixture.iteratorFrom(0, "AFTER_SEQUENCE_NUMBER", two))))
                .containsExactly("three");
    }

    @Test
    void readsAtATimestampWhatArrivedThenOrLater() {
        fixture.put("k", "before");
        fixture.clock.advance(Duration.ofMillis(1));
        var time = fixture.clock.instant();
        fixture.put("k", "at");
        fixture.clock.advance(Duration.ofMillis(1));
        fixture.put("k", "after");

        assertThat(data(fixture.get(fixture.iteratorAt(0, time)))).containsExactly("at", "after");
        assertThat(data(fixture.get(fixture.iteratorAt(0, time.minusSeconds(9))))).hasSize(3);
        assertThat(data(fixture.get(fixture.iteratorAt(0, fixture.clock.instant()))))
                .containsExactly("after");
    }

    @Test
    void rejectsATimestampOfTheFuture() {
        assertRejected(
                "InvalidArgumentException",
                () -> fixture.iteratorAt(0, fixture.clock.instant().plusMillis(1)));
    }

    @Test
    void goesThroughPagesWithoutGapOrRepeat() {
        putOneTwoThree();
        JsonNode first = fixture.get(fixture.iterator(0, "TRIM_HORIZON"), 2);
        JsonNode second = fixture.get(first.path("NextShardIterator").stringValue(), 2);
        fixture.put("k", "four");
        JsonNode third = fixture.get(second.path("NextShardIterator").stringValue(), 2);

        assertThat(data(first)).containsExactly("one", "two");
        assertThat(data(second)).containsExactly("three");
        assertThat(data(third)).containsExactly("four");
    }

    @Test
    void tellsHowLongTheNextRecordHasWaited() {
        putOneTwoThree();
        fixture.clock.advance(Duration.ofSeconds(3));

        JsonNode first = fixture.get(fixture.iterator(0, "TRIM_HORIZON"), 2);
        JsonNode second = fixture.get(first.path("NextShardIterator").stringValue());

        assertThat(first.path("MillisBehindLatest").longValue()).isEqualTo(3000);
        assertThat(second.path("MillisBehindLatest").longValue()).isZero();
    }

    @Test
    void stopsAtTenMebibytesButNeverBelowOneRecord() {
        String megabyte = "x".repeat(1_000_000);
        for (int i = 0; i < 12; i++) {
            fixture.put("k", megabyte);
        }

        JsonNode first = fixture.get(fixture.iterator(0, "TRIM_HORIZON"));
        JsonNode second = fixture.get(first.path("NextShardIterator").stringValue());

        assertThat(data(first)).hasSize(10);
        assertThat(data(second)).hasSize(2);
    }

    @Test
    void showsKeySequenceNumberAndArrivalOfARecord() {
        JsonNode placed = fixture.put("a key", "x");

        JsonNode record = fixture.get(fixture.iterator(0, "TRIM_HORIZON")).path("Records").path(0);

        assertThat(record.path("PartitionKey").stringValue()).isEqualTo("a key");
        assertThat(record.path("SequenceNumber")).isEqualTo(placed.path("SequenceNumber"));
        assertThat(Timestamps.read(record.path("ApproximateArrivalTimestamp")))
                .isEqualTo(fixture.clock.instant());
    }

    @Test
    void lastsFiveMinutesAndNoLonger() {
        String iterator = fixture.iterator(0, "LATEST");
        fixture.clock.advance(Duration.ofMinutes(5));
        fixture.get(iterator);
        fixture.clock.advance(Duration.ofMillis(1));

        assertRejected("ExpiredIteratorException", () -> fixture.get(iterator));
    }

    @Test
    void renewsTheLifeOfAnIteratorWithEachRead() {
        String iterator = fixture.iterator(0, "LATEST");
        fixture.clock.advance(Duration.ofMinutes(4));
        String next = fixture.get(iterator).path("NextShardIterator").stringValue();
        fixture.clock.advance(Duration.ofMinutes(4));
        fixture.put("k", "still here");

        assertThat(data(fixture.get(next))).containsExactly("still here");
    }

    @Test
    void rejectsWhatIsNoIterator() {
        assertRejected("InvalidArgumentException", () -> fixture.get("bm90IG9uZQ=="));
        assertRejected("InvalidArgumentException", () -> fixture.get("%%%"));
    }

    @Test
    void rejectsASequenceNumberOfElsewhere() {
        assertRejected(
                "InvalidArgumentException",
                () -> fixture.iteratorFrom(0, "AT_SEQUENCE_NUMBER", "12"));
    }

    private List<String> putOneTwoThree() {
        return List.of("one", "two", "three").stream()
                .map(text -> fixture.put("k", text).path("SequenceNumber").stringValue())
                .toList();
    }

    private static void assertRejected(String code, ThrowingCallable call) {
        assertThatExceptionOfType(AwsException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
