package dev.tillstream.local.aws.firehose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillstream.local.aws.Clients;
import dev.tillstream.local.aws.LocalAws;
import dev.tillstream.local.aws.LocalAwsFixture;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamDescription;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamStatus;
import software.amazon.awssdk.services.firehose.model.Record;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Records that go in by the SDK and are found in S3 by the SDK. */
class FirehoseIT {

    private static LocalAws aws;
    private static FirehoseClient firehose;
    private static S3Client s3;

    @BeforeAll
    static void start() throws Exception {
        aws = LocalAwsFixture.start();
        firehose = Clients.of(FirehoseClient.builder(), aws.endpoint());
        s3 = Clients.of(S3Client.builder().forcePathStyle(true), aws.endpoint());
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void writesRowsUnderTheHourWithTheStreamsNameInTheObjects() {
        s3.createBucket(b -> b.bucket("rows"));
        create("tillstream-sales_revenue", "rows", "sales revenue/ü=1/");

        List<Record> records =
                IntStream.range(0, 500)
                        .mapToObj(i -> "{\"row\":" + i + "}\n")
                        .map(row -> Record.builder().data(SdkBytes.fromUtf8String(row)).build())
                        .toList();
        assertThat(
                        firehose.putRecordBatch(b ->
                                        b.deliveryStreamName("tillstream-sales_revenue")
                                                .records(records))
                                .failedPutCount())
                .isZero();

        List<S3Object> objects =
                await().atMost(Duration.ofSeconds(20))
                        .until(
                                () -> s3.listObjectsV2(b -> b.bucket("rows")).contents(),
                                found -> !found.isEmpty());
        assertThat(objects).hasSize(1);
        String key = objects.getFirst().key();
        assertThat(key)
                .matches(
                        "sales revenue/ü=1/\\d{4}/\\d\\d/\\d\\d/\\d\\d/tillstream-sales_revenue-1"
                                + "-\\d{4}-\\d\\d-\\d\\d-\\d\\d-\\d\\d-\\d\\d-[0-9a-f-]{36}");
        assertThat(s3.getObjectAsBytes(b -> b.bucket("rows").key(key)).asUtf8String().lines())
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(i -> "{\"row\":" + i + "}").toList());
    }

    @Test
    void waitsForABucketThatDoesNotExistYet() {
        create("early", "created-later", "raw/");
        firehose.putRecord(b ->
                b.deliveryStreamName("early").record(r -> r.data(SdkBytes.fromUtf8String("kept"))));

        DeliveryStreamDescription description =
                firehose.describeDeliveryStream(b -> b.deliveryStreamName("early"))
                        .deliveryStreamDescription();
        assertThat(description.deliveryStreamStatus()).isEqualTo(DeliveryStreamStatus.ACTIVE);
        assertThat(description.createTimestamp()).isNotNull();
        s3.createBucket(b -> b.bucket("created-later"));

        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                s3.listObjectsV2(b -> b.bucket("created-later")).contents().stream()
                                        .map(S3Object::size)
                                        .toList(),
                        sizes -> sizes.equals(List.of(4L)));
    }

    private static void create(String name, String bucket, String prefix) {
        firehose.createDeliveryStream(b ->
                b.deliveryStreamName(name)
                        .extendedS3DestinationConfiguration(s ->
                                s.bucketARN("arn:aws:s3:::" + bucket)
                                        .roleARN("arn:aws:iam::000000000000:role/r")
                                        .prefix(prefix)
                                        .bufferingHints(h -> h.intervalInSeconds(1).sizeInMBs(1))));
    }
}
