package dev.tillstream.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.testing.LocalAwsExtension;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DeadLetterConfig;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Rules that somebody edited by hand are found and put right, while events flow. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
class HealingIT {

    private static final String BUS = "tillstream";
    private static final Pattern REQUEST = Pattern.compile("\"request_id\":\"(heal-\\d+)\"");

    private final EventBridgeClient events = EventBridgeClient.create();
    private final SqsClient sqs = SqsClient.create();

    @AfterEach
    void heal() {
        events.deleteRule(rule -> rule.eventBusName(BUS).name("tillstream-mine"));
        assertThat(routes("apply").exit()).isZero();
    }

    @Test
    void asDeployedHaveNoDrift() {
        assertThat(routes("drift").out()).contains("Bus tillstream is what the routes say.");
    }

    @Test
    void namesEachPropertyThatWasEdited() {
        editByHand();

        Run drift = routes("drift");

        assertThat(drift.exit()).isEqualTo(1);
        assertThat(drift.out())
                .contains(
                        "tillstream-warehouse: EventPattern is {\"source\":[{\"prefix\":\"till\"}]},")
                .contains(
                        "tillstream-warehouse: Targets.by-hand is arn:aws:sqs:us-east-1:000000000000:tillstream-warehouse, the routes say nothing")
                .contains(
                        "tillstream-warehouse: Targets.warehouse is nothing, the routes say arn:aws:sqs:us-east-1:000000000000:tillstream-warehouse")
                .contains(
                        "tillstream-raw: Targets.raw.DeadLetterConfig.Arn is nothing, the routes say arn:aws:sqs:us-east-1:000000000000:tillstream-raw-dlq")
                .contains("tillstream-raw: Targets.raw.Input is {}, the routes say nothing")
                .contains(
                        "tillstream-raw: Targets.raw.RetryPolicy.MaximumRetryAttempts is 3, the routes say 185")
                .contains("tillstream-dispatch: State is DISABLED, the routes say ENABLED");
    }

    @Test
    void losesNoEventWhileItHeals() throws Exception {
        editByHand();
        AtomicBoolean healed = new AtomicBoolean();
        AtomicInteger sent = new AtomicInteger();
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> send(healed, sent));
        await().atMost(Duration.ofSeconds(20)).until(() -> sent.get() >= 50);

        Run apply = routes("apply");
        int atHealing = sent.get();
        await().atMost(Duration.ofSeconds(20)).until(() -> sent.get() >= atHealing + 50);
        healed.set(true);
        load.join();

        assertThat(apply.out())
                .contains("Put back ")
                .contains("Bus tillstream is what the routes say.");
        assertThat(apply.exit()).isZero();
        Set<String> received = new HashSet<>();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> {
                    receive(received);
                    return received.size() == sent.get();
                });
    }

    @Test
    void leavesRulesToTheirStack() {
        events.putRule(rule ->
                rule.eventBusName(BUS)
                        .name("tillstream-mine")
                        .eventPattern("{\"source\":[\"a\"]}"));

        Run apply = routes("apply", "--json");

        assertThat(apply.exit()).isEqualTo(1);
        assertThat(apply.out())
                .contains(
                        "{\"rule\":\"tillstream-mine\",\"property\":\"\",\"actual\":\"tillstream-mine\",\"wanted\":null,\"repairable\":false}");
        assertThat(
                        events.describeRule(rule -> rule.eventBusName(BUS).name("tillstream-mine"))
                                .name())
                .isEqualTo("tillstream-mine");
    }

    @Test
    void seesNothingWrongInAPatternWrittenDifferently() {
        events.putRule(rule ->
                rule.eventBusName(BUS)
                        .name("tillstream-warehouse")
                        .description("Sales and inventory change the stock")
                        .eventPattern(
                                "{\"detail-type\": [\"inventory-events\", \"sales-events\", \"sales-events\"]}"));

        assertThat(routes("drift").exit()).isZero();
    }

    @Test
    void canNotSayWithoutAnAnswer() {
        Run drift =
                Run.of(
                        "drift",
                        "--root",
                        ProjectFolder.root().toString(),
                        "--endpoint-url",
                        "http://127.0.0.1:1");

        assertThat(drift.exit()).isEqualTo(2);
        assertThat(drift.err()).startsWith("routes: ");
    }

    /** Edits that lose no event by themselves. */
    private void editByHand() {
        String queue = "arn:aws:sqs:us-east-1:000000000000:tillstream-warehouse";
        events.putTargets(put ->
                put.eventBusName(BUS)
                        .rule("tillstream-warehouse")
                        .targets(Target.builder().id("by-hand").arn(queue).build()));
        events.removeTargets(
                remove -> remove.eventBusName(BUS).rule("tillstream-warehouse").ids("warehouse"));
        events.putRule(rule ->
                rule.eventBusName(BUS)
                        .name("tillstream-warehouse")
                        .eventPattern("{\"source\":[{\"prefix\":\"till\"}]}"));
        Target raw =
                events.listTargetsByRule(list -> list.eventBusName(BUS).rule("tillstream-raw"))
                        .targets()
                        .getFirst();
        events.putTargets(put ->
                put.eventBusName(BUS)
                        .rule("tillstream-raw")
                        .targets(
                                raw.copy(target ->
                                        target.deadLetterConfig((DeadLetterConfig) null)
                                                .retryPolicy(retry ->
                                                        retry.maximumRetryAttempts(3)
                                                                .maximumEventAgeInSeconds(60))
                                                .input("{}"))));
        events.disableRule(rule -> rule.eventBusName(BUS).name("tillstream-dispatch"));
    }

    private void send(AtomicBoolean stop, AtomicInteger sent) {
        while (!stop.get()) {
            int first = sent.get();
            var response =
                    events.putEvents(put ->
                            put.entries(
                                    IntStream.range(first, first + 10)
                                            .mapToObj(HealingIT::entry)
                                            .toList()));
            assertThat(response.failedEntryCount()).isZero();
            sent.addAndGet(10);
        }
    }

    private static PutEventsRequestEntry entry(int number) {
        return PutEventsRequestEntry.builder()
                .eventBusName(BUS)
                .source("tillstream.ingest")
                .detailType("inventory-events")
                .detail("{\"store_id\":\"store_1\",\"request_id\":\"heal-%d\"}".formatted(number))
                .build();
    }

    private void receive(Set<String> received) {
        String url = sqs.getQueueUrl(queue -> queue.queueName("tillstream-warehouse")).queueUrl();
        sqs.receiveMessage(receive ->
                        receive.queueUrl(url)
                                .maxNumberOfMessages(10)
                                .visibilityTimeout(300)
                                .waitTimeSeconds(1))
                .messages()
                .forEach(message -> {
                    Matcher matcher = REQUEST.matcher(message.body());
                    if (matcher.find()) {
                        received.add(matcher.group(1));
                    }
                });
    }

    private static Run routes(String command, String... more) {
        String[] arguments = new String[3 + more.length];
        arguments[0] = command;
        arguments[1] = "--root";
        arguments[2] = ProjectFolder.root().toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Run.of(arguments);
    }
}
