package dev.tillstream.local.aws.eventbridge.delivery;

import static dev.tillstream.local.aws.eventbridge.FakePort.INVALID;
import static dev.tillstream.local.aws.eventbridge.FakePort.THROTTLED;
import static dev.tillstream.local.aws.eventbridge.FakePort.refuse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.tillstream.local.aws.TestClock;
import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.eventbridge.FakePort;
import dev.tillstream.local.aws.eventbridge.target.Event;
import dev.tillstream.local.aws.eventbridge.target.Message;
import dev.tillstream.local.aws.eventbridge.target.Refusal;
import dev.tillstream.local.aws.eventbridge.target.Target;
import dev.tillstream.local.aws.eventbridge.target.TargetDefinition;
import dev.tillstream.local.aws.protocol.Input;
import dev.tillstream.local.aws.retry.Backoff;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CourierTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RULE = "arn:aws:events:us-east-1:000000000000:rule/till/sales";

    private final TestClock clock = new TestClock("2021-03-06T17:15:06Z");
    private final DeliveryQueue queue =
            new DeliveryQueue(
                    new Capacity(10, 10_000), new Pending(1, new PendingShelf(Disk.none())));
    private final FakePort port = new FakePort();
    private final FakePort deadLetters = new FakePort();

    @Test
    void sendsAgainOnlyWhatWasRefused() throws Exception {
        port.then(messages -> Map.of(1, THROTTLED));
        Courier courier = courier(policy(185, 86_400), deadLetters);
        accept("a", "b", "c");

        round(courier);
        assertThat(queue.size()).isEqualTo(1);
        round(courier);
        assertThat(port.calls()).as("not before its time").hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        round(courier);

        assertThat(ids(port.calls())).containsExactly(List.of("a", "b", "c"), List.of("b"));
        assertThat(queue.size()).isZero();
        assertThat(deadLetters.calls()).isEmpty();
    }

    @Test
    void waitsLongerAfterEachFailure() throws Exception {
        port.otherwise(refuse(THROTTLED));
        Courier courier = courier(policy(185, 86_400), deadLetters);
        accept("a");

        round(courier);
        clock.advance(Duration.ofSeconds(1));
        round(courier);
        clock.advance(Duration.ofMillis(999));
        round(courier);
        assertThat(port.calls()).as("the second wait is 1 to 2 seconds").hasSize(2);
        clock.advance(Duration.ofMillis(1_001));
        round(courier);
        assertThat(port.calls()).hasSize(3);
    }

    @Test
    void writesADeadLetterWhenTheAttemptsAreUsedUp() throws Exception {
        port.otherwise(refuse(THROTTLED));
        Courier courier = courier(policy(2, 86_400), deadLetters);
        accept("a");

        rounds(courier, 10, Duration.ofSeconds(10));

        assertThat(port.calls()).hasSize(3);
        assertThat(deadLetters.calls()).hasSize(1);
        Message letter = deadLetters.calls().getFirst().getFirst();
        assertThat(letter.body()).isEqualTo(event("a").json());
        assertThat(letter.attributes())
                .containsOnly(
                        entry("RULE_ARN", RULE),
                        entry("TARGET_ARN", "arn:aws:sqs:us-east-1:000000000000:orders"),
                        entry("ERROR_CODE", "THROTTLING"),
                        entry("ERROR_MESSAGE", "slow down"),
                        entry("EXHAUSTED_RETRY_CONDITION", "MaximumRetryAttempts"),
                        entry("RETRY_ATTEMPTS", "2"));
        assertThat(queue.size()).isZero();
    }

    @Test
    void writesADeadLetterWhenTheEventIsTooOld() throws Exception {
        port.otherwise(refuse(THROTTLED));
        Courier courier = courier(policy(185, 60), deadLetters);
        accept("a");

        rounds(courier, 10, Duration.ofSeconds(30));

        assertThat(port.calls()).hasSize(3);
        assertThat(deadLetters.calls().getFirst().getFirst().attributes())
                .contains(
                        entry("EXHAUSTED_RETRY_CONDITION", "MaximumEventAgeInSeconds"),
                        entry("RETRY_ATTEMPTS", "2"));
    }

    @Test
    void doesNotRetryWhatCanNeverSucceed() throws Exception {
        port.otherwise(refuse(Refusal.noResource("gone")));
        Courier courier = courier(policy(185, 86_400), deadLetters);
        accept("a");

        rounds(courier, 2, Duration.ZERO);

        assertThat(port.calls()).hasSize(1);
        assertThat(deadLetters.calls().getFirst().getFirst().attributes())
                .contains(entry("ERROR_CODE", "NO_RESOURCE"), entry("RETRY_ATTEMPTS", "0"))
                .doesNotContainKey("EXHAUSTED_RETRY_CONDITION");
    }

    @Test
    void findsTheOneMessageThatSpoilsABatch() throws Exception {
        port.otherwise(messages ->
                messages.stream().anyMatch(message -> message.body().contains("poison"))
                        ? refuse(INVALID).to(messages)
                        : Map.of());
        Courier courier = courier(policy(185, 86_400), deadLetters);
        accept("a", "poison", "c");

        rounds(courier, 2, Duration.ZERO);

        assertThat(ids(deadLetters.calls())).containsExactly(List.of("poison"));
        assertThat(queue.size()).isZero();
    }

    @Test
    void keepsADeadLetterUntilItsQueueTakesIt() throws Exception {
        port.otherwise(refuse(INVALID));
        deadLetters.then(refuse(THROTTLED)).then(refuse(THROTTLED));
        Courier courier = courier(policy(0, 60), deadLetters);
        accept("a");

        rounds(courier, 6, Duration.ofSeconds(10));

        assertThat(port.calls()).hasSize(1);
        assertThat(deadLetters.calls()).hasSize(3);
        assertThat(queue.size()).isZero();
    }

    @Test
    void givesTheReasonOfTheTargetAndNotOfTheDeadLetterQueue() throws Exception {
        port.otherwise(refuse(INVALID));
        deadLetters.then(refuse(THROTTLED));
        Courier courier = courier(policy(0, 60), deadLetters);
        accept("a");

        rounds(courier, 3, Duration.ofSeconds(10));

        assertThat(deadLetters.calls().getLast().getFirst().attributes())
                .contains(entry("ERROR_CODE", "ERROR_FROM_TARGET"));
    }

    @Test
    void dropsWhatHasNoDeadLetterQueueAndFreesItsPlace() throws Exception {
        port.otherwise(refuse(THROTTLED));
        Courier courier = courier(policy(1, 60), null);
        accept("a");

        rounds(courier, 3, Duration.ofSeconds(10));

        assertThat(port.calls()).hasSize(2);
        assertThat(queue.size()).isZero();
    }

    @Test
    void retriesWhenThePortItselfFails() throws Exception {
        port.then(messages -> {
            throw new IllegalStateException("a bug");
        });
        Courier courier = courier(policy(185, 86_400), deadLetters);
        accept("a");

        rounds(courier, 2, Duration.ofSeconds(10));

        assertThat(port.calls()).hasSize(2);
        assertThat(queue.size()).isZero();
    }

    @Test
    void makesADeadLetterOfAnEventWithoutThePartitionKey() throws Exception {
        Courier courier =
                courier(
                        """
                        {"Id":"sales","Arn":"arn:aws:kinesis:us-east-1:000000000000:stream/sales",
                         "RoleArn":"r","KinesisParameters":{"PartitionKeyPath":"$.detail.none"}}\
                        """,
                        deadLetters);
        accept("a");

        rounds(courier, 2, Duration.ZERO);

        assertThat(port.calls()).isEmpty();
        assertThat(deadLetters.calls().getFirst().getFirst().attributes())
                .contains(
                        entry("ERROR_CODE", "INVALID_PARAMETER"),
                        entry("ERROR_MESSAGE", "The event has no $.detail.none"));
    }

    @Test
    void splitsDeadLettersByTheLimitsOfTheirQueue() throws Exception {
        port.otherwise(refuse(INVALID));
        FakePort small = new FakePort(2, 1_000_000);
        Courier courier = courier(policy(0, 60), small);
        accept("a", "b", "c");

        rounds(courier, 2, Duration.ZERO);

        assertThat(small.calls()).extracting(List::size).containsExactly(2, 1);
        assertThat(ids(small.calls()).stream().flatMap(List::stream))
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void deliversEachEventExactlyOnceThroughAnyRefusals(long seed) throws Exception {
        Random random = new Random(seed);
        Set<String> taken = new TreeSet<>();
        port.otherwise(messages -> {
            if (random.nextInt(4) == 0) {
                return refuse(THROTTLED).to(messages);
            }
            Map<Integer, Refusal> refused = new HashMap<>();
            for (int i = 0; i < messages.size(); i++) {
                if (random.nextBoolean()) {
                    refused.put(i, THROTTLED);
                } else {
                    assertThat(taken.add(messages.get(i).body())).as("once").isTrue();
                }
            }
            return refused;
        });
        Courier courier = courier(policy(185, 86_400), deadLetters);
        accept("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");

        rounds(courier, 100, Duration.ofSeconds(5));

        assertThat(taken).hasSize(10);
        assertThat(queue.size()).isZero();
        assertThat(deadLetters.calls()).isEmpty();
    }

    private void round(Courier courier) throws InterruptedException {
        courier.deliver(queue.take(clock.instant(), 10));
    }

    private void rounds(Courier courier, int count, Duration step) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            round(courier);
            clock.advance(step);
        }
    }

    private void accept(String... ids) {
        for (String id : ids) {
            Event event = event(id);
            assertThat(queue.reserve(event)).isTrue();
            queue.add(event, clock.instant());
        }
    }

    private Courier courier(String target, FakePort letters) {
        Target parsed = TargetDefinition.parse(new Input(JSON.readTree(target)));
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), new Random(17));
        return new Courier(RULE, parsed, port, letters, queue, backoff, clock);
    }

    private static String policy(int attempts, int age) {
        return """
        {"Id":"orders","Arn":"arn:aws:sqs:us-east-1:000000000000:orders",
         "RetryPolicy":{"MaximumRetryAttempts":%d,"MaximumEventAgeInSeconds":%d}}\
        """
                .formatted(attempts, age);
    }

    private static Event event(String id) {
        return new Event(JSON.createObjectNode().put("id", id));
    }

    private static List<List<String>> ids(List<List<Message>> calls) {
        return calls.stream()
                .map(call ->
                        call.stream()
                                .map(message -> JSON.readTree(message.body()))
                                .map(body -> body.path("id").stringValue())
                                .toList())
                .toList();
    }
}
