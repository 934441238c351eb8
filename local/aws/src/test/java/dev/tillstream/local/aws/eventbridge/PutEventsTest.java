package dev.tillstream.local.aws.eventbridge;

import static dev.tillstream.local.aws.Calls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.aws.Calls;
import dev.tillstream.local.aws.TestClock;
import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.eventbridge.delivery.Capacity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PutEventsTest {

    private static final int CAPACITY = 3;
    private static final String GOOD =
            "{'EventBusName':'till','Source':'s','DetailType':'t','Detail':'{}'}";

    private final TestClock clock = new TestClock("2021-03-06T17:15:06.987Z");
    private final AtomicLong ids = new AtomicLong();
    private final FakePort open = new FakePort();
    private final FakePort stuck = new FakePort();
    private final CountDownLatch unstick = new CountDownLatch(1);
    private final EventBridge eventBridge =
            new EventBridge(
                    new EventBridgeSettings(
                            "us-east-1",
                            "000000000000",
                            1_000,
                            new Capacity(CAPACITY, 100_000),
                            Duration.ofMillis(1),
                            Duration.ofMillis(1),
                            Duration.ofSeconds(10)),
                    arn -> arn.name().equals("stuck") ? stuck : open,
                    clock,
                    () -> new UUID(0, ids.incrementAndGet()),
                    new Random(1),
                    Disk.none());
    private final Calls calls = new Calls(eventBridge);

    @BeforeEach
    void twoTargetsOfWhichOneHangs() {
        stuck.otherwise(messages -> {
            unstick.await();
            return Map.of();
        });
        calls.call("CreateEventBus", "{'Name':'till'}");
        rule("all", "{'source':[{'prefix':''}]}", "open");
        rule("some", "{'detail-type':['stuck']}", "stuck");
    }

    @AfterEach
    void close() {
        unstick.countDown();
        eventBridge.close();
    }

    @Test
    void makesTheEnvelopeAnew() {
        JsonNode answer =
                put(
                        """
                        {"EventBusName":"till","Source":"tillstream.ingest","DetailType":"sales-events",
                         "Time":1615050906.75,"Resources":["arn:x"],"Detail":"{ \\"sales\\" : 75.320 }"}\
                        """);

        assertThat(answer)
                .isEqualTo(
                        json(
                                "{'FailedEntryCount':0,'Entries':[{'EventId':'00000000-0000-0000-0000-000000000001'}]}"));
        await().until(() -> !open.calls().isEmpty());
        assertThat(open.bodies().getFirst())
                .containsExactly(
                        ("{'version':'0','id':'00000000-0000-0000-0000-000000000001',"
                                        + "'detail-type':'sales-events','source':'tillstream.ingest',"
                                        + "'account':'000000000000','time':'2021-03-06T17:15:06Z',"
                                        + "'region':'us-east-1','resources':['arn:x'],'detail':{'sales':75.320}}")
                                .replace('\'', '"'));
    }

    @Test
    void takesTheClocksTimeInWholeSecondsWhenAnEntryHasNone() {
        put(GOOD);

        await().until(() -> !open.calls().isEmpty());
        assertThat(open.bodies().getFirst().getFirst())
                .contains("\"time\":\"2021-03-06T17:15:06Z\"");
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'DetailType':'t','Detail':'{}'}                          | InvalidArgument | Source is a required argument
                    {'Source':'','DetailType':'t','Detail':'{}'}              | InvalidArgument | Source is a required argument
                    {'Source':'s','Detail':'{}'}                              | InvalidArgument | DetailType is a required argument
                    {'Source':'s','DetailType':'t'}                           | InvalidArgument | Detail is a required argument
                    {'Source':'s','DetailType':'t','Detail':'{'}              | MalformedDetail | Detail is malformed
                    {'Source':'s','DetailType':'t','Detail':'[1]'}            | MalformedDetail | not a JSON object
                    {'Source':'s','DetailType':'t','Detail':'{} {}'}          | MalformedDetail | Detail is malformed
                    {'Source':'aws.ec2','DetailType':'t','Detail':'{}'}       | NotAuthorizedForSourceException | Not authorized
                    {'Source':'s','DetailType':'t','Detail':'{}','Time':'x'}  | InvalidArgument | Time
                    {'Source':'s','DetailType':'t','Detail':'{}','EventBusName':'no'} | InvalidArgument | Event bus no does not exist
                    """)
    void refusesAnEntryByItsOwnCode(String entry, String code, String reason) {
        JsonNode answer = put(entry);

        assertThat(answer.path("FailedEntryCount").intValue()).isEqualTo(1);
        JsonNode result = answer.path("Entries").path(0);
        assertThat(result.path("ErrorCode").asString()).isEqualTo(code);
        assertThat(result.path("ErrorMessage").asString()).contains(reason);
        assertThat(result.has("EventId")).isFalse();
    }

    @Test
    void takesADetailTypeOf128CharactersAndNoLonger() {
        String entry = "{'EventBusName':'till','Source':'s','DetailType':'%s','Detail':'{}'}";

        assertThat(put(entry.formatted("t".repeat(128))).path("FailedEntryCount").intValue())
                .isZero();
        assertThat(put(entry.formatted("t".repeat(129))).at("/Entries/0/ErrorCode").asString())
                .isEqualTo("InvalidArgument");
    }

    @ParameterizedTest
    @CsvSource({
        "1E400",
        "1e-400",
        "-0.0",
        "1E+5",
        "123456789012345678901234567890",
        "0.10000000000000000001"
    })
    void carriesAnyNumber(String number) {
        JsonNode answer =
                put(
                        "{'EventBusName':'till','Source':'s','DetailType':'t','Detail':'{\\\"n\\\":"
                                + number
                                + "}'}");

        assertThat(answer.path("FailedEntryCount").intValue()).as(answer.toString()).isZero();
        await().until(() -> !open.calls().isEmpty());
        assertThat(json(open.bodies().getFirst().getFirst()).at("/detail/n").decimalValue())
                .isEqualByComparingTo(number);
    }

    @Test
    void takesTheGoodEntriesOfARequestWithABadOne() {
        JsonNode answer = put(GOOD + ",{'Source':'s'}," + GOOD);

        assertThat(answer.path("FailedEntryCount").intValue()).isEqualTo(1);
        assertThat(answer.path("Entries").valueStream().map(e -> e.has("EventId")))
                .containsExactly(true, false, true);
    }

    @Test
    void refusesARequestOfNoneOrMoreThanTenEntries() {
        calls.refuses("PutEvents", "{'Entries':[]}", "ValidationException");
        calls.refuses(
                "PutEvents",
                "{'Entries':[" + (GOOD + ",").repeat(10) + GOOD + "]}",
                "ValidationException",
                "between 1 and 10");
    }

    @Test
    void countsTheBytesOfARequestAsAwsDoes() {
        // source 1 + detail-type 1 + time 14 + detail: 984 make 1,000, and a umlaut counts two.
        String detail = "{'a':'" + "x".repeat(984 - 8) + "'}";
        ObjectNode entry = (ObjectNode) json(GOOD);
        entry.put("Time", 1615050906).put("Detail", detail.replace('\'', '"'));
        assertThat(putTree(entry).path("FailedEntryCount").intValue()).isZero();

        entry.put("Detail", detail.replace('\'', '"').replaceFirst("x", "ü"));
        assertThatThrownBy(() -> putTree(entry))
                .hasMessage("Total size of the entries in the request is over the limit.");
    }

    @Test
    void throttlesWhenAQueueIsFullAndReachesNoTargetThen() {
        String hanging = GOOD.replace("'t'", "'stuck'");
        for (int i = 0; i < CAPACITY; i++) {
            assertThat(put(hanging).path("FailedEntryCount").intValue()).isZero();
            int done = i + 1;
            await().until(() -> open.bodies().stream().mapToInt(List::size).sum() == done);
        }

        JsonNode answer = put(hanging);

        assertThat(answer.at("/Entries/0/ErrorCode").asString()).isEqualTo("ThrottlingException");
        assertThat(put(GOOD).path("FailedEntryCount").intValue())
                .as("the other target still takes events")
                .isZero();
        await().untilAsserted(() -> assertThat(sum(open)).isEqualTo(CAPACITY + 1));
        unstick.countDown();
        await().untilAsserted(() -> assertThat(sum(stuck)).isEqualTo(CAPACITY));
        assertThat(put(hanging).path("FailedEntryCount").intValue()).isZero();
    }

    @Test
    void deliversWhatIsAcceptedBeforeItCloses() {
        for (int i = 0; i < CAPACITY; i++) {
            put(GOOD);
        }

        unstick.countDown();
        eventBridge.close();

        assertThat(sum(open)).isEqualTo(CAPACITY);
        assertThat(put(GOOD).at("/Entries/0/ErrorCode").asString())
                .isEqualTo("ThrottlingException");
    }

    private static int sum(FakePort port) {
        return port.calls().stream().mapToInt(List::size).sum();
    }

    private JsonNode put(String entries) {
        return calls.call("PutEvents", "{'Entries':[" + entries + "]}");
    }

    private JsonNode putTree(ObjectNode entry) {
        ObjectNode input = (ObjectNode) json("{'Entries':[]}");
        input.withArray("Entries").add(entry);
        return eventBridge.handle("PutEvents", input);
    }

    private void rule(String name, String pattern, String queue) {
        ObjectNode rule = (ObjectNode) json("{'EventBusName':'till','Name':'" + name + "'}");
        eventBridge.handle("PutRule", rule.put("EventPattern", pattern.replace('\'', '"')));
        calls.call(
                "PutTargets",
                ("{'EventBusName':'till','Rule':'%s','Targets':[{'Id':'it',"
                                + "'Arn':'arn:aws:sqs:us-east-1:000000000000:%s'}]}")
                        .formatted(name, queue));
    }
}
