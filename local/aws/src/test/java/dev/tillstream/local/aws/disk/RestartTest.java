package dev.tillstream.local.aws.disk;

import static dev.tillstream.local.aws.eventbridge.FakePort.INVALID;
import static dev.tillstream.local.aws.eventbridge.FakePort.THROTTLED;
import static dev.tillstream.local.aws.eventbridge.FakePort.refuse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.aws.Calls;
import dev.tillstream.local.aws.TestClock;
import dev.tillstream.local.aws.eventbridge.EventBridge;
import dev.tillstream.local.aws.eventbridge.EventBridgeSettings;
import dev.tillstream.local.aws.eventbridge.FakePort;
import dev.tillstream.local.aws.eventbridge.delivery.Capacity;
import dev.tillstream.local.aws.eventbridge.target.Message;
import dev.tillstream.local.aws.firehose.Firehose;
import dev.tillstream.local.aws.firehose.FirehoseSettings;
import dev.tillstream.local.aws.firehose.stream.ObjectStore;
import dev.tillstream.local.aws.kinesis.Kinesis;
import dev.tillstream.local.aws.ssm.ParameterStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Each service of our own, left as it is and made anew on the same folder. */
class RestartTest {

    private static final String ACCOUNT = "000000000000";
    private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:";

    @TempDir private Path temp;

    private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
    private final CountDownLatch never = new CountDownLatch(1);
    private DataFolder data;

    @BeforeEach
    void open() throws IOException {
        data = DataFolder.open(temp.resolve("data"));
    }

    @AfterEach
    void close() throws IOException {
        data.close();
    }

    @Test
    void lendsTheFolderToOneAtATime() {
        assertThatThrownBy(() -> DataFolder.open(temp.resolve("data")))
                .isInstanceOf(DataTakenException.class)
                .hasMessageContaining(temp.resolve("data") + " is in use");
    }

    @Test
    void streamsKeepShardsRecordsAndTheirNumbers() throws IOException {
        Calls before = kinesis();
        before.call("CreateStream", "{'StreamName':'s','ShardCount':1}");
        before.call("AddTagsToStream", "{'StreamName':'s','Tags':{'a':'b'}}");
        before.call(
                "IncreaseStreamRetentionPeriod", "{'StreamName':'s','RetentionPeriodHours':48}");
        JsonNode first = putRecord(before, "b25l");
        before.call(
                "SplitShard",
                "{'StreamName':'s','ShardToSplit':'shardId-000000000000','NewStartingHashKey':'9'}");
        JsonNode second = putRecord(before, "dHdv");
        before.call("CreateStream", "{'StreamName':'gone','ShardCount':1}");
        before.call("DeleteStream", "{'StreamName':'gone'}");
        JsonNode stream = before.call("DescribeStream", "{'StreamName':'s'}");

        reopen();
        Calls after = kinesis();

        assertThat(after.call("ListStreams", "{}").path("StreamNames"))
                .isEqualTo(Calls.json("['s']"));
        assertThat(after.call("DescribeStream", "{'StreamName':'s'}").toString())
                .isEqualTo(stream.toString());
        assertThat(after.call("ListTagsForStream", "{'StreamName':'s'}").path("Tags"))
                .isEqualTo(Calls.json("[{'Key':'a','Value':'b'}]"));
        assertThat(read(after, "shardId-000000000000")).containsExactly(number(first));
        assertThat(read(after, second.path("ShardId").stringValue()))
                .containsExactly(number(second));
        assertThat(number(putRecord(after, "dHJp"))).isGreaterThan(number(second));
    }

    @Test
    void whatATargetHasNotTakenIsTriedOnWithItsCount() throws IOException {
        FakePort stuck =
                new FakePort()
                        .then(refuse(THROTTLED))
                        .then(refuse(THROTTLED))
                        .then(messages -> {
                            never.await();
                            return Map.of();
                        });
        Calls before = events(Map.of("orders", stuck));
        before.call("CreateEventBus", "{'Name':'till'}");
        before.call("PutRule", rule());
        putTarget(before, "orders");
        putEvent(before);
        await().until(() -> stuck.calls().size() == 3);

        reopen();
        FakePort orders = new FakePort().then(refuse(INVALID));
        FakePort letters = new FakePort();
        Calls after = events(Map.of("orders", orders, "letters", letters));

        await().until(() -> letters.calls().size() == 1);
        Message letter = letters.calls().getFirst().getFirst();
        assertThat(letter.attributes())
                .containsEntry("RETRY_ATTEMPTS", "2")
                .containsEntry("TARGET_ARN", QUEUE + "orders");
        assertThat(letter.body()).isEqualTo(stuck.bodies().getFirst().getFirst()).contains("75.30");
        assertThat(
                        after.call("ListTargetsByRule", "{'Rule':'r','EventBusName':'till'}")
                                .path("Targets")
                                .size())
                .isEqualTo(1);
    }

    @Test
    void aTargetThatWasReplacedStillDeliversWhatItHeld() throws IOException {
        FakePort stuck =
                new FakePort()
                        .otherwise(messages -> {
                            never.await();
                            return Map.of();
                        });
        Calls before = events(Map.of("orders", stuck));
        before.call("CreateEventBus", "{'Name':'till'}");
        before.call("PutRule", rule());
        putTarget(before, "orders");
        putEvent(before);
        await().until(() -> stuck.calls().size() == 1);
        putTarget(before, "others");

        reopen();
        FakePort orders = new FakePort();
        FakePort others = new FakePort();
        Calls after = events(Map.of("orders", orders, "others", others));
        putEvent(after);

        await().until(() -> orders.calls().size() == 1 && others.calls().size() == 1);
        assertThat(orders.bodies()).isEqualTo(stuck.bodies());
    }

    @Test
    void recordsOfADeliveryStreamAreWrittenLater() throws IOException {
        Queue<String> objects = new ConcurrentLinkedQueue<>();
        Calls before = firehose((bucket, key, body) -> never.await());
        createDeliveryStream(before, "raw", 900);
        createDeliveryStream(before, "deleted", 0);
        putDelivery(before, "raw", "YQ==");
        putDelivery(before, "deleted", "Yg==");
        before.call("DeleteDeliveryStream", "{'DeliveryStreamName':'deleted'}");

        reopen();
        Calls after =
                firehose((bucket, key, body) ->
                        objects.add(key + " " + new String(body, StandardCharsets.UTF_8)));
        await().until(() -> objects.size() == 1);
        assertThat(objects.remove()).startsWith("2026/01/01/00/deleted-1-").endsWith(" b");
        assertThat(after.call("ListDeliveryStreams", "{}").path("DeliveryStreamNames"))
                .isEqualTo(Calls.json("['raw']"));
        putDelivery(after, "raw", "Yw==");
        ((Firehose) after.service()).close();
        assertThat(objects).singleElement().asString().endsWith(" ac");

        reopen();
        objects.clear();
        ((Firehose) firehose((bucket, key, body) -> objects.add(key)).service()).close();
        assertThat(objects).as("what is written is written").isEmpty();
    }

    @Test
    void parametersKeepTheirVersions() throws IOException {
        Calls before = parameters();
        before.call("PutParameter", "{'Name':'/a','Value':'1','Type':'SecureString'}");
        before.call("PutParameter", "{'Name':'/a','Value':'2','Overwrite':true}");
        before.call("PutParameter", "{'Name':'/b','Value':'1','Type':'String'}");
        before.call("DeleteParameter", "{'Name':'/b'}");

        reopen();
        Calls after = parameters();

        assertThat(
                        after.call("GetParameter", "{'Name':'/a:1','WithDecryption':true}")
                                .path("Parameter")
                                .path("Value")
                                .stringValue())
                .isEqualTo("1");
        assertThat(after.call("DescribeParameters", "{}").path("Parameters").size()).isEqualTo(1);
    }

    private void reopen() throws IOException {
        data.close();
        open();
    }

    private Calls kinesis() {
        return new Calls(new Kinesis(clock, 1 << 20, false, data.disk()));
    }

    private static JsonNode putRecord(Calls kinesis, String base64) {
        return kinesis.call(
                "PutRecord", "{'StreamName':'s','PartitionKey':'k','Data':'%s'}".formatted(base64));
    }

    private static String number(JsonNode record) {
        return record.path("SequenceNumber").stringValue();
    }

    private static List<String> read(Calls kinesis, String shard) {
        String iterator =
                kinesis.call(
                                "GetShardIterator",
                                "{'StreamName':'s','ShardId':'%s','ShardIteratorType':'TRIM_HORIZON'}"
                                        .formatted(shard))
                        .path("ShardIterator")
                        .stringValue();
        return kinesis.call("GetRecords", "{'ShardIterator':'%s'}".formatted(iterator))
                .path("Records")
                .valueStream()
                .map(RestartTest::number)
                .toList();
    }

    private Calls events(Map<String, FakePort> ports) {
        var settings =
                new EventBridgeSettings(
                        "us-east-1",
                        ACCOUNT,
                        1 << 20,
                        new Capacity(10, 1 << 20),
                        Duration.ofMillis(1),
                        Duration.ofMillis(1),
                        Duration.ofSeconds(1));
        Map<String, FakePort> all = new ConcurrentHashMap<>(ports);
        return new Calls(
                new EventBridge(
                        settings,
                        arn -> all.computeIfAbsent(arn.name(), name -> new FakePort()),
                        InstantSource.system(),
                        UUID::randomUUID,
                        new Random(1),
                        data.disk()));
    }

    private static String rule() {
        return """
        {'Name':'r','EventBusName':'till','EventPattern':'{\\"source\\":[\\"s\\"]}'}\
        """;
    }

    private static void putTarget(Calls events, String queue) {
        events.call(
                "PutTargets",
                """
                {'Rule':'r','EventBusName':'till','Targets':[{'Id':'t','Arn':'%s%s',
                 'DeadLetterConfig':{'Arn':'%sletters'}}]}\
                """
                        .formatted(QUEUE, queue, QUEUE));
    }

    private static void putEvent(Calls events) {
        JsonNode answer =
                events.call(
                        "PutEvents",
                        """
                        {'Entries':[{'EventBusName':'till','Source':'s','DetailType':'t',
                         'Detail':'{\\"sales\\":75.30}'}]}\
                        """);
        assertThat(answer.path("FailedEntryCount").intValue()).isZero();
    }

    private Calls firehose(ObjectStore store) {
        var settings =
                new FirehoseSettings(
                        "us-east-1",
                        ACCOUNT,
                        1 << 20,
                        Duration.ofMillis(1),
                        Duration.ofMillis(1),
                        Duration.ofSeconds(10));
        return new Calls(
                new Firehose(settings, store, clock, UUID::randomUUID, new Random(1), data.disk()));
    }

    private static void createDeliveryStream(Calls firehose, String name, int interval) {
        firehose.call(
                "CreateDeliveryStream",
                """
                {'DeliveryStreamName':'%s','ExtendedS3DestinationConfiguration':
                 {'BucketARN':'arn:aws:s3:::data','RoleARN':'arn:aws:iam::0:role/r',
                  'BufferingHints':{'IntervalInSeconds':%d,'SizeInMBs':1}}}\
                """
                        .formatted(name, interval));
    }

    private static void putDelivery(Calls firehose, String name, String base64) {
        firehose.call(
                "PutRecord",
                "{'DeliveryStreamName':'%s','Record':{'Data':'%s'}}".formatted(name, base64));
    }

    private Calls parameters() {
        return new Calls(new ParameterStore("us-east-1", ACCOUNT, clock, data.disk()));
    }
}
