package dev.tillstream.local.aws.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tillstream.local.aws.protocol.AwsException;
import dev.tillstream.local.aws.protocol.Timestamps;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StreamOperationsTest {

    private final KinesisFixture fixture = new KinesisFixture();

    @Test
    void describesAStreamThatIsActiveAtOnce() {
        fixture.create("sales", 3);

        JsonNode summary =
                fixture.call("DescribeStreamSummary", "{'StreamName':'sales'}")
                        .path("StreamDescriptionSummary");

        assertThat(summary.path("StreamStatus").stringValue()).isEqualTo("ACTIVE");
        assertThat(summary.path("OpenShardCount").intValue()).isEqualTo(3);
        assertThat(summary.path("RetentionPeriodHours").intValue()).isEqualTo(24);
        assertThat(summary.path("StreamARN").stringValue())
                .isEqualTo("arn:aws:kinesis:us-east-1:000000000000:stream/sales");
        assertThat(Timestamps.read(summary.path("StreamCreationTimestamp")))
                .isEqualTo(fixture.clock.instant());
    }

    @Test
    void coversEveryHashKeyOnceWhateverTheNumberOfShards() {
        fixture.create("sales", 3);

        JsonNode shards = describe("{'StreamName':'sales'}").path("Shards");

        assertThat(start(shards.path(0))).isEqualTo("0");
        assertThat(start(shards.path(1))).isEqualTo("113427455640312821154458202477256070485");
        assertThat(shards.path(0).path("HashKeyRange").path("EndingHashKey").stringValue())
                .isEqualTo("113427455640312821154458202477256070484");
        assertThat(shards.path(2).path("HashKeyRange").path("EndingHashKey").stringValue())
                .isEqualTo("340282366920938463463374607431768211455");
    }

    @Test
    void describesShardsInPages() {
        fixture.create("sales", 3);

        JsonNode first = describe("{'StreamName':'sales','Limit':2}");
        JsonNode second =
                describe(
                        "{'StreamName':'sales','Limit':2,'ExclusiveStartShardId':'%s'}"
                                .formatted(KinesisFixture.shard(1)));

        assertThat(first.path("HasMoreShards").booleanValue()).isTrue();
        assertThat(first.path("Shards").size()).isEqualTo(2);
        assertThat(second.path("HasMoreShards").booleanValue()).isFalse();
        assertThat(second.path("Shards").size()).isEqualTo(1);
    }

    @Test
    void listsStreamsInPages() {
        fixture.create("b", 1);
        fixture.create("a", 1);
        fixture.create("c", 1);

        JsonNode first = fixture.call("ListStreams", "{'Limit':2}");
        JsonNode second =
                fixture.call(
                        "ListStreams",
                        "{'NextToken':'%s'}".formatted(first.path("NextToken").stringValue()));

        assertThat(first.path("StreamNames").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(first.path("HasMoreStreams").booleanValue()).isTrue();
        assertThat(second.path("StreamNames").toString()).isEqualTo("[\"c\"]");
        assertThat(second.path("HasMoreStreams").booleanValue()).isFalse();
    }

    @Test
    void rejectsAStreamThatExists() {
        fixture.create("sales", 1);

        assertRejected("ResourceInUseException", "CreateStream", "{'StreamName':'sales'}");
    }

    @Test
    void forgetsADeletedStream() {
        fixture.create("sales", 1);
        fixture.call("DeleteStream", "{'StreamName':'sales'}");

        assertRejected("ResourceNotFoundException", "DescribeStream", "{'StreamName':'sales'}");
        assertRejected("ResourceNotFoundException", "DeleteStream", "{'StreamName':'sales'}");
    }

    @Test
    void rejectsAnIllegalNameOrShardCount() {
        assertRejected("ValidationException", "CreateStream", "{'StreamName':'a b'}");
        assertRejected("ValidationException", "CreateStream", "{'StreamName':'a','ShardCount':0}");
        assertRejected("ValidationException", "CreateStream", "{}");
    }

    @Test
    void keepsTags() {
        fixture.call("CreateStream", "{'StreamName':'sales','Tags':{'a':'1','b':'2'}}");
        fixture.call("AddTagsToStream", "{'StreamName':'sales','Tags':{'b':'3','c':'4'}}");
        fixture.call("RemoveTagsFromStream", "{'StreamName':'sales','TagKeys':['a']}");

        JsonNode reply = fixture.call("ListTagsForStream", "{'StreamName':'sales','Limit':1}");

        assertThat(reply.path("Tags").toString()).isEqualTo("[{\"Key\":\"b\",\"Value\":\"3\"}]");
        assertThat(reply.path("HasMoreTags").booleanValue()).isTrue();
    }

    @Test
    void namesAnOperationThatIsNotThere() {
        assertThatExceptionOfType(AwsException.class)
                .isThrownBy(() -> fixture.call("SubscribeToShard", "{}"))
                .withMessageContaining("SubscribeToShard")
                .withMessageContaining("kinesis")
                .satisfies(e -> assertThat(e.code()).isEqualTo("UnknownOperationException"));
    }

    private JsonNode describe(String input) {
        return fixture.call("DescribeStream", input).path("StreamDescription");
    }

    private static String start(JsonNode shard) {
        return shard.path("HashKeyRange").path("StartingHashKey").stringValue();
    }

    private void assertRejected(String code, String operation, String input) {
        assertThatExceptionOfType(AwsException.class)
                .isThrownBy(() -> fixture.call(operation, input))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
