package dev.tillstream.local.launcher.dlq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.launcher.house.NotRunnableException;
import dev.tillstream.local.testing.LocalAwsExtension;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Looking into dead-letter queues and emptying them, on real queues and streams. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
class DlqIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final StringWriter out = new StringWriter();
    private DlqClients clients;

    @BeforeEach
    void connect() {
        clients = DlqClients.at(LocalAwsExtension.endpoint(), "tillstream");
    }

    @AfterEach
    void emptyAll() {
        for (String queue : List.of("dispatch-dlq", "sales-events-dlq", "raw-dlq", "dispatch")) {
            clients.sqs().purgeQueue(purge -> purge.queueUrl(url(queue)));
        }
        clients.close();
    }

    @Test
    void namesEachQueueAndWhereItsMessagesWereMeantToGo() {
        assertThat(run("list")).isZero();

        assertThat(out.toString())
                .containsPattern("tillstream-dispatch-dlq +0 +0  queue tillstream-dispatch\n")
                .containsPattern("tillstream-warehouse-dlq .*queue tillstream-warehouse\n")
                .containsPattern("tillstream-sales-events-dlq .*stream tillstream-sales-events\n")
                .containsPattern("tillstream-raw-dlq .*delivery stream tillstream-raw\n");
    }

    @Test
    void showsWhatIsThereAndWhyAndLeavesIt() {
        clients.sqs()
                .sendMessage(send ->
                        send.queueUrl(url("dispatch-dlq"))
                                .messageBody(sale("store_1", 1))
                                .messageAttributes(
                                        Map.of(
                                                "ERROR_CODE",
                                                MessageAttributeValue.builder()
                                                        .dataType("String")
                                                        .stringValue("SDK_CLIENT_ERROR")
                                                        .build())));

        assertThat(run("show", "dispatch")).isZero();

        assertThat(out.toString())
                .contains("ERROR_CODE: SDK_CLIENT_ERROR", sale("store_1", 1), "1 shown");
        await().atMost(SOON).until(() -> clients.named("dispatch").waiting() == 1);
    }

    @Test
    void sendsOnlyWhatWasChosenBackToTheQueueAndOnlyCountsWhenDry() {
        for (int i = 0; i < 15; i++) {
            put("dispatch-dlq", sale("store_1", i));
            put("dispatch-dlq", sale("store_2", i));
        }
        put("dispatch-dlq", "no event");

        String[] redrive = {"redrive", "dispatch", "--where", "detail.store_id=store_2"};
        assertThat(run(Stream.concat(Stream.of(redrive), Stream.of("--dry-run")))).isZero();
        assertThat(out.toString())
                .contains("would send 15 of 31 seen to queue tillstream-dispatch");
        assertThat(run(redrive)).isZero();

        assertThat(out.toString()).contains("\nsent 15 of 31 seen to queue tillstream-dispatch");
        assertThat(clients.named("dispatch").waiting()).isEqualTo(16);
        assertThat(received("dispatch", 15)).allMatch(body -> body.contains("store_2"));
    }

    @Test
    void putsIntoTheStreamByStoreAndKeepsWhatNamesNone() {
        put("sales-events-dlq", sale("Zürich, Hauptbahnhof", 1));
        put("sales-events-dlq", "{\"detail\":{}}");

        assertThat(run("redrive", "tillstream-sales-events-dlq")).isEqualTo(1);

        assertThat(out.toString())
                .contains("sent 1 of 2 seen to stream tillstream-sales-events")
                .contains("! 1 not sent: has no detail.store_id");
        assertThat(clients.named("sales-events").waiting()).isEqualTo(1);
        await().atMost(SOON)
                .until(() -> recordsOf("Zürich, Hauptbahnhof"), records -> records.size() == 1);
    }

    @Test
    void whatFailedTooOftenIsListedSentBackOnceItsCauseIsMendedAndThenThereIsNone() {
        put("dispatch", sale("store_1", 1));
        // A service that can't handle it, until the queue has enough.
        await().atMost(SOON)
                .until(() -> failToHandle() && clients.named("dispatch").waiting() == 1);
        run("list");
        assertThat(out.toString()).containsPattern("tillstream-dispatch-dlq +1 ");

        assertThat(run("redrive", "dispatch", "--dry-run")).isZero();
        assertThat(clients.named("dispatch").waiting()).isEqualTo(1);
        assertThat(run("redrive", "dispatch")).isZero();

        assertThat(out.toString())
                .contains(
                        "would send 1 of 1 seen", "sent 1 of 1 seen to queue tillstream-dispatch");
        assertThat(received("dispatch", 1)).containsExactly(sale("store_1", 1));
        out.getBuffer().setLength(0);
        run("list");
        assertThat(out.toString()).containsPattern("tillstream-dispatch-dlq +0 +0 ");
    }

    @Test
    void sendsNoFasterThanAsked() {
        for (int i = 0; i < 20; i++) {
            put("dispatch-dlq", sale("store_1", i));
        }

        long began = System.nanoTime();
        assertThat(run("redrive", "dispatch", "--rate", "10")).isZero();

        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isGreaterThan(Duration.ofSeconds(2));
        assertThat(out.toString()).contains("sent 20 of 20 seen");
    }

    @Test
    void sendsWhatTheArchiveWasNotGivenToItsDeliveryStream() {
        put("raw-dlq", sale("store_1", 1));

        assertThat(run("redrive", "raw")).isZero();

        assertThat(out.toString())
                .contains("sent 1 of 1 seen to delivery stream tillstream-raw")
                .contains("tillstream-raw-dlq: 0 waiting");
    }

    @Test
    void namesTheQueuesThatThereAre() {
        assertThat(run("show", "billing")).isEqualTo(1);

        assertThat(out.toString())
                .contains("No dead-letter queue is called billing; there are ")
                .contains("tillstream-dispatch-dlq");
    }

    private int run(Stream<String> arguments) {
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--endpoint-url", LocalAwsExtension.endpoint().toString()));
        var writer = new PrintWriter(out, true);
        return new CommandLine(new DlqCommand())
                .setOut(writer)
                .setExecutionExceptionHandler((failure, command, result) -> {
                    if (!(failure instanceof NotRunnableException)) {
                        throw failure;
                    }
                    writer.println(failure.getMessage());
                    return 1;
                })
                .execute(all.toArray(String[]::new));
    }

    /** Always true. */
    private boolean failToHandle() {
        clients.sqs()
                .receiveMessage(receive -> receive.queueUrl(url("dispatch")).maxNumberOfMessages(1))
                .messages()
                .forEach(message ->
                        clients.sqs()
                                .changeMessageVisibility(change ->
                                        change.queueUrl(url("dispatch"))
                                                .receiptHandle(message.receiptHandle())
                                                .visibilityTimeout(0)));
        return true;
    }

    private void put(String queue, String body) {
        clients.sqs().sendMessage(send -> send.queueUrl(url(queue)).messageBody(body));
    }

    private List<String> received(String queue, int count) {
        List<String> bodies = new ArrayList<>();
        await().atMost(SOON)
                .until(() -> {
                    clients.sqs()
                            .receiveMessage(
                                    receive -> receive.queueUrl(url(queue)).maxNumberOfMessages(10))
                            .messages()
                            .forEach(message -> bodies.add(message.body()));
                    return bodies.size() == count;
                });
        return bodies;
    }

    private List<String> recordsOf(String partitionKey) {
        List<String> found = new ArrayList<>();
        String stream = "tillstream-sales-events";
        for (Shard shard : clients.kinesis().listShards(list -> list.streamName(stream)).shards()) {
            String iterator =
                    clients.kinesis()
                            .getShardIterator(get ->
                                    get.streamName(stream)
                                            .shardId(shard.shardId())
                                            .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                            .shardIterator();
            clients.kinesis().getRecords(get -> get.shardIterator(iterator)).records().stream()
                    .filter(record -> record.partitionKey().equals(partitionKey))
                    .forEach(record -> found.add(record.data().asString(StandardCharsets.UTF_8)));
        }
        return found;
    }

    private String url(String queue) {
        return clients.sqs().getQueueUrl(get -> get.queueName("tillstream-" + queue)).queueUrl();
    }

    private static String sale(String store, int number) {
        return "{\"detail-type\":\"sales-events\",\"detail\":{\"store_id\":\"%s\",\"request_id\":\"r-%d\"}}"
                .formatted(store, number);
    }
}
