package dev.tillstream.local.aws.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.aws.Clients;
import dev.tillstream.local.aws.LocalAws;
import dev.tillstream.local.aws.LocalAwsFixture;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Faults that strike a call as a whole, and what the SDK makes of them with its own retries. */
class WholeCallFaultsIT {

    private static LocalAws aws;
    private static HttpClient http;
    private static FaultCalls faults;
    private static SqsClient sqs;
    private static KinesisClient kinesis;
    private static S3Client s3;

    @BeforeAll
    static void start() throws Exception {
        aws = LocalAwsFixture.start();
        http = HttpClient.newHttpClient();
        faults = new FaultCalls(http, aws.endpoint());
        sqs = Clients.of(SqsClient.builder(), aws.endpoint());
        kinesis = Clients.of(KinesisClient.builder(), aws.endpoint());
        s3 = Clients.of(S3Client.builder(), aws.endpoint());
        kinesis.createStream(b -> b.streamName("sales").shardCount(1));
        s3.createBucket(b -> b.bucket("raw"));
    }

    @AfterAll
    static void stop() {
        Stream.of(sqs, kinesis, s3, http).forEach(WholeCallFaultsIT::close);
        aws.close();
    }

    @AfterEach
    void clear() throws Exception {
        faults.clear();
    }

    @Test
    void retriesUntilThrottlingEnds() throws Exception {
        String fault =
                faults.add(
                        "{'kind':'throttle','service':'kinesis','operation':'PutRecord','resource':'sales','count':2}");

        put("sales", "a");

        assertThat(faults.hits(fault)).isEqualTo(2);
        assertThat(faults.get(fault).path("spent").booleanValue()).isTrue();
    }

    @Test
    void givesUpWhenThrottlingDoesNotEnd() throws Exception {
        String fault = faults.add("{'kind':'throttle','service':'kinesis','resource':'sal*'}");

        assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
                .isThrownBy(() -> put("sales", "a"))
                .satisfies(e -> assertThat(e.isThrottlingException()).isTrue())
                .satisfies(e -> assertThat(e.numAttempts()).isEqualTo(4));
        assertThat(faults.hits(fault)).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("dev.tillstream.local.aws.fault.ServiceErrors#all")
    void answersInTheShapeOfEachService(ServiceErrors expected) throws Exception {
        for (String kind : List.of("throttle", "error", "outage")) {
            String millis = kind.equals("outage") ? ",'millis':60000" : "";
            faults.clear();
            faults.add(
                    "{'kind':'%s','service':'%s'%s}".formatted(kind, expected.service(), millis));

            assertThatExceptionOfType(AwsServiceException.class)
                    .as(kind)
                    .isThrownBy(() -> expected.call(aws.endpoint()))
                    .satisfies(e ->
                            assertThat(e.awsErrorDetails().errorCode())
                                    .isEqualTo(expected.code(kind)))
                    .satisfies(e -> assertThat(e.statusCode()).isEqualTo(expected.status(kind)))
                    .satisfies(e ->
                            assertThat(e.isThrottlingException()).isEqualTo(expected.slows(kind)))
                    .satisfies(e -> assertThat(e.numAttempts()).isGreaterThan(1));
        }
    }

    @Test
    void answersTheQueryProtocolOfSqsInXml() throws Exception {
        faults.add(
                "{'kind':'throttle','service':'sqs','operation':'SendMessage','resource':'old'}");
        var request =
                HttpRequest.newBuilder(URI.create(aws.endpoint() + "/000000000000/old"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=t/20260101/us-east-1/sqs/aws4_request, Signature=0")
                        .POST(BodyPublishers.ofString("Action=SendMessage&MessageBody=m"))
                        .build();

        var reply = http.send(request, BodyHandlers.ofString(UTF_8));

        assertThat(reply.statusCode()).isEqualTo(403);
        assertThat(reply.body()).contains("<Type>Sender</Type>", "<Code>RequestThrottled</Code>");
    }

    @Test
    void holdsACallUp() throws Exception {
        String url = queue();
        faults.add("{'kind':'latency','service':'sqs','operation':'SendMessage','millis':700}");
        var before = Instant.now();

        sqs.sendMessage(b -> b.queueUrl(url).messageBody("late"));

        assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(690));
        assertThat(receive(url)).hasSize(1);
    }

    @Test
    void makesTheClientTimeOut() throws Exception {
        faults.add("{'kind':'latency','service':'s3','operation':'GetObject','millis':3000}");
        s3.putObject(b -> b.bucket("raw").key("k"), RequestBody.fromString("v"));

        assertThatExceptionOfType(ApiCallAttemptTimeoutException.class)
                .isThrownBy(() ->
                        s3.getObjectAsBytes(b ->
                                b.bucket("raw")
                                        .key("k")
                                        .overrideConfiguration(o ->
                                                o.apiCallAttemptTimeout(Duration.ofMillis(100)))));
    }

    @Test
    void sendsAMessageTwiceWhenTheFirstReplyIsLost() throws Exception {
        String url = queue();
        String fault = faults.add("{'kind':'lost-reply','operation':'SendMessage','count':1}");

        sqs.sendMessage(b -> b.queueUrl(url).messageBody("twice"));

        assertThat(faults.hits(fault)).isEqualTo(1);
        assertThat(receive(url)).extracting(Message::body).containsExactly("twice", "twice");
    }

    @Test
    void storesAnObjectAlthoughTheClientFails() throws Exception {
        faults.add(
                "{'kind':'lost-reply','service':'s3','operation':'PutObject','resource':'raw/x*'}");

        assertThatExceptionOfType(SdkClientException.class)
                .isThrownBy(() ->
                        s3.putObject(b -> b.bucket("raw").key("x/1"), RequestBody.fromString("v")));
        assertThat(s3.getObjectAsBytes(b -> b.bucket("raw").key("x/1")).asUtf8String())
                .isEqualTo("v");
    }

    @Test
    void sendsAMessageOnceWhenTheConnectionWasResetBefore() throws Exception {
        String url = queue();
        String fault = faults.add("{'kind':'reset','service':'sqs','count':2}");

        sqs.sendMessage(b -> b.queueUrl(url).messageBody("once"));

        assertThat(faults.hits(fault)).isEqualTo(2);
        assertThat(receive(url)).extracting(Message::body).containsExactly("once");
    }

    @Test
    void resetsAConnectionOfHttp2() throws Exception {
        String fault = faults.add("{'kind':'reset','service':'kinesis','count':1}");
        try (var async = Clients.of(KinesisAsyncClient.builder(), aws.endpoint())) {
            assertThat(
                            async.describeStreamSummary(b -> b.streamName("sales"))
                                    .join()
                                    .streamDescriptionSummary()
                                    .openShardCount())
                    .isEqualTo(1);
        }
        assertThat(faults.hits(fault)).isEqualTo(1);
    }

    @Test
    void healsByItselfWhenAnOutageIsOver() throws Exception {
        String fault = faults.add("{'kind':'outage','service':'kinesis','millis':1500}");
        var before = Instant.now();

        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptionsInstanceOf(AwsServiceException.class)
                .until(() -> put("sales", "a") != null);

        assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(1400));
        assertThat(faults.hits(fault)).isPositive();
    }

    @Test
    void readsOnFromTheSamePlaceAgain() throws Exception {
        String stream = "again-" + UUID.randomUUID();
        kinesis.createStream(b -> b.streamName(stream).shardCount(1));
        put(stream, "a");
        faults.add(
                "{'kind':'duplicate','service':'kinesis','resource':'%s','count':1}"
                        .formatted(stream));
        String iterator =
                kinesis.getShardIterator(b ->
                                b.streamName(stream)
                                        .shardId("shardId-000000000000")
                                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                        .shardIterator();

        var first = kinesis.getRecords(b -> b.shardIterator(iterator));
        var second = kinesis.getRecords(b -> b.shardIterator(first.nextShardIterator()));
        var third = kinesis.getRecords(b -> b.shardIterator(second.nextShardIterator()));

        assertThat(second.records()).isEqualTo(first.records()).hasSize(1);
        assertThat(third.records()).isEmpty();
    }

    private static String put(String stream, String data) {
        return kinesis.putRecord(b ->
                        b.streamName(stream).partitionKey("k").data(SdkBytes.fromUtf8String(data)))
                .sequenceNumber();
    }

    private static String queue() {
        return sqs.createQueue(b -> b.queueName("q-" + UUID.randomUUID())).queueUrl();
    }

    private static List<Message> receive(String url) {
        return sqs.receiveMessage(b -> b.queueUrl(url).maxNumberOfMessages(10)).messages();
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
