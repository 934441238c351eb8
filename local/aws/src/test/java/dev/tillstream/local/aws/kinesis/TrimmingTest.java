package dev.tillstream.local.aws.kinesis;

import static dev.tillstream.local.aws.kinesis.KinesisFixture.data;
import static dev.tillstream.local.aws.kinesis.KinesisFixture.shard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tillstream.local.aws.protocol.AwsException;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrimmingTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void forgetsRecordsWhenTheirRetentionHasPassed() {
        var fixture = KinesisFixture.withShards(1);
        fixture.put("k", "old");
        fixture.clock.advance(Duration.ofHours(1));
        fixture.put("k", "young");
        fixture.clock.advance(Duration.ofHours(23));
        assertThat(fixture.all(0)).containsExactly("old", "young");

        fixture.clock.advance(Duration.ofMillis(1));

        assertThat(fixture.all(0)).containsExactly("young");
    }

    @Test
    void keepsRecordsLongerWhenTold() {
        var fixture = KinesisFixture.withShards(1);
        fixture.put("k", "old");
        fixture.call(
                "IncreaseStreamRetentionPeriod",
                "{'StreamName':'sales','RetentionPeriodHours':48}");
        fixture.clock.advance(DAY.multipliedBy(2));
        assertThat(fixture.all(0)).containsExactly("old");

        fixture.call(
                "DecreaseStreamRetentionPeriod",
                "{'StreamName':'sales','RetentionPeriodHours':24}");

        assertThat(fixture.all(0)).isEmpty();
    }

    @Test
    void rejectsAnIncreaseThatDecreases() {
        var fixture = KinesisFixture.withShards(1);
        fixture.call(
                "IncreaseStreamRetentionPeriod",
                "{'StreamName':'sales','RetentionPeriodHours':48}");

        assertThatExceptionOfType(AwsException.class)
                .isThrownBy(() ->
                        fixture.call(
                                "IncreaseStreamRetentionPeriod",
                                "{'StreamName':'sales','RetentionPeriodHours':47}"));
    }

    @Test
    void goesOnBehindTrimmedRecordsWithAnOldPlace() {
        var fixture = KinesisFixture.withShards(1);
        String sequence = fixture.put("k", "old").path("SequenceNumber").stringValue();
        fixture.clock.advance(DAY.plusMillis(1));
        fixture.put("k", "young");

        String iterator = fixture.iteratorFrom(0, "AT_SEQUENCE_NUMBER", sequence);

        assertThat(data(fixture.get(iterator))).containsExactly("young");
    }

    @Test
    void forgetsAClosedShardWhenItsLastRecordsAreGone() {
        var fixture = KinesisFixture.withShards(1);
        fixture.put("k", "x");
        fixture.call(
                "SplitShard",
                "{'StreamName':'sales','ShardToSplit':'%s','NewStartingHashKey':'%s'}"
                        .formatted(shard(0), BigInteger.TWO.pow(127)));
        fixture.clock.advance(DAY);
        assertThat(fixture.shards("")).hasSize(3);

        fixture.clock.advance(Duration.ofMillis(2));

        assertThat(fixture.shards("")).containsExactly(shard(1), shard(2));
        assertThatExceptionOfType(AwsException.class)
                .isThrownBy(() -> fixture.iterator(0, "TRIM_HORIZON"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("ResourceNotFoundException"));
    }

    @Test
    void dropsTheOldestRecordsOfAllStreamsBeyondTheMemoryBound() {
        // A record takes its data, its key and about 100 bytes more.
        var fixture = new KinesisFixture(10_000);
        fixture.create("sales", 1);
        fixture.create("inventory", 1);
        String kilobyte = "x".repeat(995);
        for (int i = 0; i < 4; i++) {
            fixture.put("sales", "k", "s" + i + kilobyte);
            fixture.put("inventory", "k", "i" + i + kilobyte);
        }
        assertThat(fixture.all(0)).hasSize(4);

        for (int i = 4; i < 7; i++) {
            fixture.put("sales", "k", "s" + i + kilobyte);
        }

        // 9 of 11 fit: the two oldest, one of each stream, are gone.
        assertThat(fixture.all(0))
                .extracting(text -> text.substring(0, 2))
                .containsExactly("s1", "s2", "s3", "s4", "s5", "s6");
        assertThat(data(fixture.get(fixture.iterator("inventory", 0, "TRIM_HORIZON"))))
                .extracting(text -> text.substring(0, 2))
                .containsExactly("i1", "i2", "i3");
    }

    @Test
    void givesTheMemoryOfADeletedStreamBack() {
        var fixture = new KinesisFixture(10_000);
        fixture.create("sales", 1);
        fixture.create("inventory", 1);
        fixture.put("inventory", "k", "x".repeat(9_000));
        fixture.call("DeleteStream", "{'StreamName':'inventory'}");

        fixture.put("k", "a".repeat(4_000));
        fixture.put("k", "b".repeat(4_000));

        assertThat(fixture.all(0)).hasSize(2);
    }
}
