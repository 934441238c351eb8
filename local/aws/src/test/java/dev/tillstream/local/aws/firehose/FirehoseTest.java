package dev.tillstream.local.aws.firehose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.aws.Calls;
import dev.tillstream.local.aws.TestClock;
import dev.tillstream.local.aws.disk.Disk;
import dev.tillstream.local.aws.protocol.AwsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FirehoseTest {

    private static final int MEGABYTE = 1_048_576;
    private static final String DESTINATION =
            "'BucketARN':'arn:aws:s3:::data','RoleARN':'arn:aws:iam::0:role/r'";

    private final TestClock clock = new TestClock("2021-01-31T14:47:09Z");
    private final Map<String, String> objects = new ConcurrentSkipListMap<>();
    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;
    private final Firehose firehose =
            new Firehose(
                    new FirehoseSettings(
                            "us-east-1",
                            "000000000000",
                            1,
                            Duration.ofMillis(1),
                            Duration.ofMillis(2),
                            Duration.ofSeconds(10)),
                    this::write,
                    clock,
                    UUID::randomUUID,
                    new Random(1),
                    Disk.none());
    private final Calls calls = new Calls(firehose);

    @AfterEach
    void close() {
        refusing = false;
        firehose.close();
    }

    @Test
    void writesWhatItHoldsWhenItCloses() {
        create("'Prefix':'raw/'");

        put("{\"a\":1}");
        put("{\"a\":2}");
        firehose.close();

        assertThat(objects).hasSize(1);
        String key = objects.keySet().iterator().next();
        assertThat(key).matches("data/raw/2021/01/31/14/raw-1-2021-01-31-14-47-09-[0-9a-f-]{36}");
        assertThat(objects.get(key)).isEqualTo("{\"a\":1}{\"a\":2}");
    }

    @ParameterizedTest
    @CsvSource({"'\\\\n'", "'\n'"})
    void endsEachRecordByTheDelimiter(String delimiter) {
        create(
                "'ProcessingConfiguration':{'Enabled':true,'Processors':[{'Type':'AppendDelimiterToRecord',"
                        + "'Parameters':[{'ParameterName':'Delimiter','ParameterValue':'"
                        + delimiter.replace("\n", "\\n")
                        + "'}]}]}");

        put("{\"a\":1}");
        put("{\"a\":2}");
        firehose.close();

        assertThat(objects.values()).containsExactly("{\"a\":1}\n{\"a\":2}\n");
    }

    @Test
    void writesAFullChunkWithoutWaiting() {
        create("'BufferingHints':{'SizeInMBs':1,'IntervalInSeconds':900}");

        put("x".repeat(600_000));
        put("y".repeat(600_000));

        await().untilAsserted(() ->
                assertThat(objects.values())
                        .singleElement()
                        .satisfies(o -> assertThat(o).hasSize(1_200_000)));
    }

    @Test
    void triesTheSameObjectAgainUntilS3TakesIt() {
        refusing = true;
        create("'BufferingHints':{'IntervalInSeconds':0}");

        put("a");
        await().until(() -> attempts.size() >= 3);
        assertThat(objects).isEmpty();
        refusing = false;

        await().until(() -> !objects.isEmpty());
        assertThat(attempts.stream().distinct()).hasSize(1);
    }

    @Test
    void isUnavailableWhenTheBufferIsFullAndTakesWhatFitsOfABatch() {
        refusing = true;
        create("'BufferingHints':{'SizeInMBs':1,'IntervalInSeconds':900}");
        String large = base64("x".repeat(MEGABYTE / 2));
        JsonNode answer = putBatch(large, large, large, large);
        assertThat(answer.path("FailedPutCount").intValue()).isZero();

        calls.refuses(
                "PutRecord",
                "{'DeliveryStreamName':'raw','Record':{'Data':'" + base64("x") + "'}}",
                "ServiceUnavailableException");
        calls.refuses(
                "PutRecordBatch",
                "{'DeliveryStreamName':'raw','Records':[{'Data':'" + base64("x") + "'}]}",
                "ServiceUnavailableException");
        refusing = false;
        await().until(() -> objects.size() == 2);
        putBatch(large, large, base64("x".repeat(MEGABYTE / 2 - 1)));
        refusing = true;
    }

    @Test
    void answersEachRecordOfABatchThatFitsOnlyInPart() {
        refusing = true;
        create("'BufferingHints':{'SizeInMBs':1,'IntervalInSeconds':900}");
        String large = base64("x".repeat(900_000));

        JsonNode answer = putBatch(large, large, large, base64("y"));

        assertThat(answer.path("FailedPutCount").intValue()).isEqualTo(1);
        assertThat(answer.path("RequestResponses").valueStream().map(r -> r.has("RecordId")))
                .containsExactly(true, true, false, true);
        assertThat(answer.at("/RequestResponses/2/ErrorCode").asString())
                .isEqualTo("ServiceUnavailableException");
    }

    @Test
    void refusesWhatIsOverTheLimits() {
        create("'Prefix':'raw/'");
        String most = base64("x".repeat(1_024_000));

        put("x".repeat(1_024_000));
        calls.refuses(
                "PutRecord",
                "{'DeliveryStreamName':'raw','Record':{'Data':'"
                        + base64("x".repeat(1_024_001))
                        + "'}}",
                "ValidationException");
        calls.refuses(
                "PutRecordBatch",
                batch(most, most, most, most, base64("x".repeat(98_305))),
                "InvalidArgumentException",
                "4 MB");
        calls.refuses("PutRecordBatch", batch(), "ValidationException", "between 1 and 500");
        String[] records = new String[501];
        Arrays.fill(records, base64("x"));
        calls.refuses("PutRecordBatch", batch(records), "ValidationException", "between 1 and 500");
    }

    @Test
    void describesListsAndDeletesStreams() {
        create("'Prefix':'raw/'");

        calls.refuses(
                "CreateDeliveryStream",
                "{'DeliveryStreamName':'raw','ExtendedS3DestinationConfiguration':{"
                        + DESTINATION
                        + "}}",
                "ResourceInUseException");
        JsonNode description =
                calls.call("DescribeDeliveryStream", "{'DeliveryStreamName':'raw'}")
                        .path("DeliveryStreamDescription");
        assertThat(description.path("DeliveryStreamStatus").asString()).isEqualTo("ACTIVE");
        assertThat(description.path("DeliveryStreamARN").asString())
                .isEqualTo("arn:aws:firehose:us-east-1:000000000000:deliverystream/raw");
        assertThat(
                        description
                                .at("/Destinations/0/ExtendedS3DestinationDescription/Prefix")
                                .asString())
                .isEqualTo("raw/");
        JsonNode destination = description.at("/Destinations/0/ExtendedS3DestinationDescription");
        assertThat(destination.path("CompressionFormat").asString()).isEqualTo("UNCOMPRESSED");
        assertThat(destination.at("/EncryptionConfiguration/NoEncryptionConfig").asString())
                .isEqualTo("NoEncryption");
        assertThat(destination.at("/BufferingHints/SizeInMBs").intValue()).isEqualTo(5);
        put("kept");
        calls.call("DeleteDeliveryStream", "{'DeliveryStreamName':'raw'}");
        assertThat(calls.call("ListDeliveryStreams", "{}").path("DeliveryStreamNames").isEmpty())
                .isTrue();
        calls.refuses(
                "DescribeDeliveryStream",
                "{'DeliveryStreamName':'raw'}",
                "ResourceNotFoundException");
        await().untilAsserted(() -> assertThat(objects.values()).containsExactly("kept"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'CompressionFormat':'GZIP'                               | CompressionFormat GZIP
                    'S3BackupMode':'Enabled'                                 | S3BackupMode Enabled
                    'DynamicPartitioningConfiguration':{'Enabled':true}      | DynamicPartitioningConfiguration
                    'ProcessingConfiguration':{'Processors':[{'Type':'Lambda'}]} | Processor Lambda
                    'BufferingHints':{'IntervalInSeconds':901}               | between 0 and 900
                    'BufferingHints':{'SizeInMBs':129}                       | between 1 and 128
                    'Prefix':'!{timestamp:yyyy}/'                            | ErrorOutputPrefix
                    """)
    void refusesByNameWhatItWouldNotHonour(String member, String reason) {
        assertThatThrownBy(() -> create(member))
                .isInstanceOf(AwsException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesOtherSourcesAndDestinations() {
        calls.refuses(
                "CreateDeliveryStream",
                "{'DeliveryStreamName':'raw','DeliveryStreamType':'KinesisStreamAsSource',"
                        + "'ExtendedS3DestinationConfiguration':{}}",
                "InvalidArgumentException",
                "KinesisStreamAsSource");
        calls.refuses(
                "CreateDeliveryStream",
                "{'DeliveryStreamName':'raw','RedshiftDestinationConfiguration':{}}",
                "ValidationException",
                "RedshiftDestinationConfiguration");
    }

    private void write(String bucket, String key, byte[] body) throws IOException {
        attempts.add(key);
        if (refusing) {
            throw new IOException("S3 answered 503");
        }
        objects.put(bucket + "/" + key, new String(body, StandardCharsets.UTF_8));
    }

    private void create(String members) {
        calls.call(
                "CreateDeliveryStream",
                "{'DeliveryStreamName':'raw','ExtendedS3DestinationConfiguration':{"
                        + DESTINATION
                        + ","
                        + members
                        + "}}");
    }

    private void put(String data) {
        JsonNode answer =
                calls.call(
                        "PutRecord",
                        "{'DeliveryStreamName':'raw','Record':{'Data':'" + base64(data) + "'}}");
        assertThat(answer.path("RecordId").asString()).isNotEmpty();
    }

    private JsonNode putBatch(String... records) {
        return calls.call("PutRecordBatch", batch(records));
    }

    private static String batch(String... records) {
        return "{'DeliveryStreamName':'raw','Records':["
                + String.join(
                        ",",
                        List.of(records).stream().map(data -> "{'Data':'" + data + "'}").toList())
                + "]}";
    }

    private static String base64(String data) {
        return Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8));
    }
}
