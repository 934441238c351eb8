package dev.tillstream.local.aws.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.aws.Clients;
import dev.tillstream.local.aws.LocalAws;
import dev.tillstream.local.aws.LocalAwsFixture;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Faults between a queue and its consumer, and between the bus and its targets. */
class DeliveryFaultsIT {

    private static LocalAws aws;
    private static HttpClient http;
    private static FaultCalls faults;
    private static SqsClient sqs;
    private static KinesisClient kinesis;
    private static EventBridgeClient events;

    private final String name = "x-" + UUID.randomUUID();

    @BeforeAll
    static void start() throws Exception {
        aws = LocalAwsFixture.start();
        http = HttpClient.newHttpClient();
        faults = new FaultCalls(http, aws.endpoint());
        sqs = Clients.of(SqsClient.builder(), aws.endpoint());
        kinesis = Clients.of(KinesisClient.builder(), aws.endpoint());
        events = Clients.of(EventBridgeClient.builder(), aws.endpoint());
    }

    @AfterAll
    static void stop() {
        sqs.close();
        kinesis.close();
        events.close();
        http.close();
        aws.close();
    }

    @AfterEach
    void clear() throws Exception {
        faults.clear();
    }

    @Test
    void givesAMessageOnceMoreAlthoughItWasDeleted() throws Exception {
        String url = queue(Map.of());
        faults.add(
                "{'kind':'duplicate','service':'sqs','resource':'%s','count':1}".formatted(name));
        send(url, "m");

        Message first = receive(url, 10).getFirst();
        sqs.deleteMessage(b -> b.queueUrl(url).receiptHandle(first.receiptHandle()));
        Message second = receive(url, 10).getFirst();
        var deletion =
                DeleteMessageBatchRequestEntry.builder()
                        .id("again")
                        .receiptHandle(second.receiptHandle())
                        .build();
        assertThat(sqs.deleteMessageBatch(b -> b.queueUrl(url).entries(deletion)).failed())
                .isEmpty();
        sqs.deleteMessage(b -> b.queueUrl(url).receiptHandle(second.receiptHandle()));

        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(second.body()).isEqualTo("m");
        assertThat(second.attributes())
                .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
        assertThat(receive(url, 10)).isEmpty();
    }

    @Test
    void mixesTheMessagesOfAReceive() throws Exception {
        String url = queue(Map.of());
        List<String> sent = IntStream.range(0, 5).mapToObj(i -> "m" + i).toList();
        sent.forEach(body -> send(url, body));
        faults.add("{'kind':'reorder','service':'sqs','seed':3}");

        assertThat(receive(url, 10))
                .extracting(Message::body)
                .containsExactlyInAnyOrderElementsOf(sent)
                .isNotEqualTo(sent);
    }

    @Test
    void letsALaterMessageOvertakeASingleOne() throws Exception {
        String url = queue(Map.of());
        send(url, "first");
        send(url, "second");
        faults.add("{'kind':'reorder','service':'sqs','count':1}");

        List<String> received = new ArrayList<>();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> {
                    receive(url, 1).forEach(message -> received.add(message.body()));
                    return received.size() == 2;
                });

        assertThat(received).containsExactly("second", "first");
    }

    @Test
    void leavesAFifoQueueInItsOrder() throws Exception {
        String url =
                sqs.createQueue(b ->
                                b.queueName(name + ".fifo")
                                        .attributes(
                                                Map.of(
                                                        QueueAttributeName.FIFO_QUEUE,
                                                        "true",
                                                        QueueAttributeName
                                                                .CONTENT_BASED_DEDUPLICATION,
                                                        "true")))
                        .queueUrl();
        String fault = faults.add("{'kind':'reorder','service':'sqs'}");
        for (String body : List.of("1", "2", "3")) {
            sqs.sendMessage(b -> b.queueUrl(url).messageGroupId("g").messageBody(body));
        }

        assertThat(receive(url, 10)).extracting(Message::body).containsExactly("1", "2", "3");
        assertThat(faults.hits(fault)).isZero();
    }

    @Test
    void deliversAnEventTwice() throws Exception {
        String url = route(Map.of());
        faults.add(
                "{'kind':'duplicate','service':'events','resource':'%s','count':1}"
                        .formatted(name));

        publish(1);

        List<String> bodies = received(url, 2);
        assertThat(bodies.getFirst()).isEqualTo(bodies.getLast());
    }

    @Test
    void deliversAnEventToAStreamTwice() throws Exception {
        kinesis.createStream(b -> b.streamName(name).shardCount(1));
        rule("arn:aws:kinesis:us-east-1:000000000000:stream/" + name);
        faults.add(
                "{'kind':'duplicate','service':'events','resource':'%s','count':1}"
                        .formatted(name));

        publish(1);

        await().atMost(Duration.ofSeconds(10)).until(() -> records().size() == 2);
        assertThat(records()).containsOnly(records().getFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'kind':'throttle','service':'sqs','operation':'SendMessageBatch','resource':'%s','count':2}",
                "{'kind':'error','service':'events','operation':'Deliver','resource':'%s','count':2}",
                "{'kind':'reset','service':'sqs','operation':'SendMessageBatch','resource':'%s','count':2}",
                "{'kind':'partial','service':'events','operation':'Deliver','resource':'%s','count':2}",
                "{'kind':'outage','service':'events','operation':'Deliver','resource':'%s','millis':300}"
            })
    void deliversWhenTheTargetTakesEventsAgain(String fault) throws Exception {
        String url = route(Map.of());
        String id = faults.add(fault.formatted(name));

        publish(5);

        assertThat(received(url, 5)).doesNotHaveDuplicates();
        assertThat(faults.hits(id)).isPositive();
        assertThat(receive(url, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinesis PutRecords", "events Deliver"})
    void deliversToAStreamThatWasThrottled(String call) throws Exception {
        kinesis.createStream(b -> b.streamName(name).shardCount(1));
        rule("arn:aws:kinesis:us-east-1:000000000000:stream/" + name);
        String fault =
                faults.add(
                        "{'kind':'throttle','service':'%s','operation':'%s','resource':'%s','count':2}"
                                .formatted(call.split(" ", -1)[0], call.split(" ", -1)[1], name));

        publish(1);

        await().atMost(Duration.ofSeconds(10)).until(() -> records().size() == 1);
        assertThat(faults.hits(fault)).isEqualTo(2);
    }

    @Test
    void deliversAgainWhenTheReplyOfAQueueIsLost() throws Exception {
        String url = route(Map.of());
        faults.add(
                "{'kind':'lost-reply','operation':'SendMessageBatch','resource':'%s','count':1}"
                        .formatted(name));

        publish(1);

        assertThat(received(url, 2)).hasSize(2);
    }

    private String queue(Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(b -> b.queueName(name).attributes(attributes)).queueUrl();
    }

    /** A queue that gets the events of this test's source. */
    private String route(Map<QueueAttributeName, String> attributes) {
        String url = queue(attributes);
        rule("arn:aws:sqs:us-east-1:000000000000:" + name);
        return url;
    }

    private void rule(String arn) {
        events.putRule(b -> b.name(name).eventPattern("{\"source\":[\"" + name + "\"]}"));
        events.putTargets(b ->
                b.rule(name)
                        .targets(
                                Target.builder()
                                        .id("t")
                                        .arn(arn)
                                        .roleArn("arn:aws:iam::000000000000:role/r")
                                        .build()));
    }

    private void publish(int count) {
        var entries =
                IntStream.range(0, count)
                        .mapToObj(i ->
                                PutEventsRequestEntry.builder()
                                        .source(name)
                                        .detailType("t")
                                        .detail("{\"n\":" + i + "}")
                                        .build())
                        .toList();
        assertThat(events.putEvents(b -> b.entries(entries)).failedEntryCount()).isZero();
    }

    private List<String> received(String url, int count) {
        List<String> bodies = new ArrayList<>();
        await().atMost(Duration.ofSeconds(15))
                .until(() -> {
                    receive(url, 10).forEach(message -> bodies.add(message.body()));
                    return bodies.size() >= count;
                });
        return bodies;
    }

    private List<SdkBytes> records() {
        String iterator =
                kinesis.getShardIterator(b ->
                                b.streamName(name)
                                        .shardId("shardId-000000000000")
                                        .shardIteratorType("TRIM_HORIZON"))
                        .shardIterator();
        return kinesis.getRecords(b -> b.shardIterator(iterator)).records().stream()
                .map(record -> record.data())
                .toList();
    }

    private static void send(String url, String body) {
        sqs.sendMessage(b -> b.queueUrl(url).messageBody(body));
    }

    private static List<Message> receive(String url, int most) {
        return sqs.receiveMessage(b ->
                        b.queueUrl(url)
                                .maxNumberOfMessages(most)
                                .messageSystemAttributeNames(
                                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                .messages();
    }
}
