package dev.tillstream.local.aws.kinesis;

import static dev.tillstream.local.aws.kinesis.KinesisFixture.data;
import static dev.tillstream.local.aws.kinesis.KinesisFixture.shard;
import static dev.tillstream.local.aws.kinesis.KinesisFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tillstream.local.aws.protocol.AwsException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReshardingTest {

    private static final String MIDDLE = BigInteger.ONE.shiftLeft(127).toString();
    private static final String LAST =
            BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE).toString();

    private final KinesisFixture fixture = KinesisFixture.withShards(1);

    @Test
    void splitsARangeInTwoAndRoutesToTheChildren() {
        split(0, MIDDLE);

        assertThat(fixture.putAt("0", "x").path("ShardId").stringValue()).isEqualTo(shard(1));
        assertThat(
                        fixture.putAt(
                                        new BigInteger(MIDDLE).subtract(BigInteger.ONE).toString(),
                                        "x")
                                .path("ShardId")
                                .stringValue())
                .isEqualTo(shard(1));
        assertThat(fixture.putAt(MIDDLE, "x").path("ShardId").stringValue()).isEqualTo(shard(2));
        assertThat(fixture.putAt(LAST, "x").path("ShardId").stringValue()).isEqualTo(shard(2));
    }

    @Test
    void keepsTheParentReadableAndNamesItsChildrenAtTheEnd() {
        fixture.put("k", "before");
        split(0, MIDDLE);

        JsonNode end = fixture.get(fixture.iterator(0, "TRIM_HORIZON"));

        assertThat(data(end)).containsExactly("before");
        assertThat(end.has("NextShardIterator")).isFalse();
        assertThat(texts(end.path("ChildShards"), "ShardId")).containsExactly(shard(1), shard(2));
        assertThat(end.path("ChildShards").path(0).path("ParentShards").path(0).stringValue())
                .isEqualTo(shard(0));
        assertThat(
                        end.path("ChildShards")
                                .path(0)
                                .path("HashKeyRange")
                                .path("StartingHashKey")
                                .stringValue())
                .isEqualTo("0");
    }

    @Test
    void goesOnAsLongAsAClosedShardHasMore() {
        fixture.put("k", "one");
        fixture.put("k", "two");
        split(0, MIDDLE);

        JsonNode first = fixture.get(fixture.iterator(0, "TRIM_HORIZON"), 1);
        JsonNode second = fixture.get(first.path("NextShardIterator").stringValue(), 1);

        assertThat(first.has("ChildShards")).isFalse();
        assertThat(data(second)).containsExactly("two");
        assertThat(second.has("NextShardIterator")).isFalse();
        assertThat(second.path("ChildShards").size()).isEqualTo(2);
    }

    @Test
    void mergesTwoNeighboursIntoOneWithBothForParents() {
        split(0, MIDDLE);
        fixture.putAt("0", "low");
        fixture.putAt(LAST, "high");
        merge(2, 1);

        JsonNode merged = describe().path(3);
        assertThat(merged.path("ParentShardId").stringValue()).isEqualTo(shard(2));
        assertThat(merged.path("AdjacentParentShardId").stringValue()).isEqualTo(shard(1));
        assertThat(merged.path("HashKeyRange").path("EndingHashKey").stringValue()).isEqualTo(LAST);
        for (int parent : List.of(1, 2)) {
            assertThat(
                            texts(
                                    fixture.get(fixture.iterator(parent, "TRIM_HORIZON"))
                                            .path("ChildShards"),
                                    "ShardId"))
                    .containsExactly(shard(3));
        }
        assertThat(fixture.putAt("0", "x").path("ShardId").stringValue()).isEqualTo(shard(3));
    }

    @Test
    void startsChildrenAboveTheirParentsEnd() {
        fixture.put("k", "x");
        split(0, MIDDLE);

        JsonNode shards = describe();
        String end =
                shards.path(0)
                        .path("SequenceNumberRange")
                        .path("EndingSequenceNumber")
                        .stringValue();
        String start =
                shards.path(1)
                        .path("SequenceNumberRange")
                        .path("StartingSequenceNumber")
                        .stringValue();
        assertThat(start).isGreaterThan(end);
        assertThat(shards.path(1).path("SequenceNumberRange").has("EndingSequenceNumber"))
                .isFalse();
    }

    @Test
    void rejectsAMergeOfStrangers() {
        fixture.call(
                "UpdateShardCount",
                "{'StreamName':'sales','TargetShardCount':2,'ScalingType':'UNIFORM_SCALING'}");
        fixture.call(
                "UpdateShardCount",
                "{'StreamName':'sales','TargetShardCount':4,'ScalingType':'UNIFORM_SCALING'}");

        assertRejected("InvalidArgumentException", () -> merge(3, 5));
        assertRejected("ResourceInUseException", () -> merge(1, 2));
        assertRejected("ResourceInUseException", () -> split(0, MIDDLE));
        assertRejected("ResourceNotFoundException", () -> split(99, MIDDLE));
    }

    @Test
    void rejectsASplitThatCutsNothing() {
        assertRejected("InvalidArgumentException", () -> split(0, "0"));
        split(0, MIDDLE);
        assertRejected("InvalidArgumentException", () -> split(1, MIDDLE));
    }

    @Test
    void doublesAndHalvesTheOpenShards() {
        JsonNode doubled = scale(2);
        assertThat(doubled.path("CurrentShardCount").intValue()).isEqualTo(1);
        scale(4);
        assertThat(fixture.shards("{'Type':'AT_LATEST'}"))
                .containsExactly(shard(3), shard(4), shard(5), shard(6));
        scale(2);
        assertThat(fixture.shards("{'Type':'AT_LATEST'}")).containsExactly(shard(7), shard(8));
        assertThat(describe().path(8).path("HashKeyRange").path("StartingHashKey").stringValue())
                .isEqualTo(MIDDLE);
        assertRejected("InvalidArgumentException", () -> scale(3));
    }

    @Test
    void filtersShardsByWhatWasOpenWhen() {
        fixture.clock.advance(Duration.ofMinutes(1));
        String before = seconds();
        fixture.clock.advance(Duration.ofMinutes(1));
        split(0, MIDDLE);
        fixture.clock.advance(Duration.ofMinutes(1));
        String after = seconds();

        assertThat(fixture.shards("")).containsExactly(shard(0), shard(1), shard(2));
        assertThat(fixture.shards("{'Type':'AT_TRIM_HORIZON'}")).containsExactly(shard(0));
        assertThat(fixture.shards("{'Type':'FROM_TRIM_HORIZON'}")).hasSize(3);
        assertThat(fixture.shards("{'Type':'AT_LATEST'}")).containsExactly(shard(1), shard(2));
        assertThat(fixture.shards("{'Type':'AT_TIMESTAMP','Timestamp':%s}".formatted(before)))
                .containsExactly(shard(0));
        assertThat(fixture.shards("{'Type':'AT_TIMESTAMP','Timestamp':%s}".formatted(after)))
                .containsExactly(shard(1), shard(2));
        assertThat(fixture.shards("{'Type':'FROM_TIMESTAMP','Timestamp':%s}".formatted(after)))
                .containsExactly(shard(1), shard(2));
        assertThat(fixture.shards("{'Type':'AFTER_SHARD_ID','ShardId':'%s'}".formatted(shard(1))))
                .containsExactly(shard(2));
    }

    @Test
    void listsShardsInPagesThatKeepTheFilter() {
        split(0, MIDDLE);

        JsonNode first =
                fixture.call(
                        "ListShards",
                        "{'StreamName':'sales','MaxResults':1,'ShardFilter':{'Type':'AT_LATEST'}}");
        JsonNode second =
                fixture.call(
                        "ListShards",
                        "{'NextToken':'%s','MaxResults':1}"
                                .formatted(first.path("NextToken").stringValue()));

        assertThat(texts(first.path("Shards"), "ShardId")).containsExactly(shard(1));
        assertThat(texts(second.path("Shards"), "ShardId")).containsExactly(shard(2));
        assertThat(second.has("NextToken")).isFalse();
        assertRejected(
                "ExpiredNextTokenException",
                () -> fixture.call("ListShards", "{'NextToken':'%%'}"));
    }

    private JsonNode describe() {
        return fixture.call("DescribeStream", "{'StreamName':'sales'}")
                .path("StreamDescription")
                .path("Shards");
    }

    private String seconds() {
        return Long.toString(fixture.clock.instant().getEpochSecond());
    }

    private void split(int shard, String newStart) {
        fixture.call(
                "SplitShard",
                "{'StreamName':'sales','ShardToSplit':'%s','NewStartingHashKey':'%s'}"
                        .formatted(shard(shard), newStart));
    }

    private void merge(int shard, int adjacent) {
        fixture.call(
                "MergeShards",
                "{'StreamName':'sales','ShardToMerge':'%s','AdjacentShardToMerge':'%s'}"
                        .formatted(shard(shard), shard(adjacent)));
    }

    private JsonNode scale(int target) {
        return fixture.call(
                "UpdateShardCount",
                "{'StreamName':'sales','TargetShardCount':%d,'ScalingType':'UNIFORM_SCALING'}"
                        .formatted(target));
    }

    private static void assertRejected(String code, ThrowingCallable call) {
        assertThatExceptionOfType(AwsException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
