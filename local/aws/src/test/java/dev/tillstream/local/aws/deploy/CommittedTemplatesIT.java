package dev.tillstream.local.aws.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.local.aws.Clients;
import dev.tillstream.local.aws.LocalAws;
import dev.tillstream.local.aws.LocalAwsSettings;
import dev.tillstream.local.aws.deploy.template.TemplateException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What exists, as an SDK client sees it, once the committed templates are deployed. */
final class CommittedTemplatesIT {
    private static LocalAws aws;

    @BeforeAll
    static void start() throws Exception {
        aws =
                LocalAws.start(
                        new LocalAwsSettings(
                                0,
                                CommittedTemplatesTest.FOLDER,
                                Map.of("BufferIntervalSeconds", "1"),
                                1 << 20));
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    @Test
    void makesTheBusAndItsRules() {
        try (var events = Clients.of(EventBridgeClient.builder(), aws.endpoint())) {
            var rules =
                    events.listRules(request -> request.eventBusName("tillstream")).rules().stream()
                            .collect(Collectors.toMap(Rule::name, Rule::eventPattern));
            assertThat(rules)
                    .containsOnlyKeys(
                            "tillstream-dispatch",
                            "tillstream-warehouse",
                            "tillstream-sales-events",
                            "tillstream-inventory-events",
                            "tillstream-raw")
                    .containsEntry(
                            "tillstream-dispatch",
                            "{\"detail-type\":[\"sales-events\"],\"detail\":{\"is_return\":[false]}}");
            var target =
                    events.listTargetsByRule(request ->
                                    request.eventBusName("tillstream")
                                            .rule("tillstream-sales-events"))
                            .targets()
                            .getFirst();
            assertThat(target.arn())
                    .isEqualTo(
                            "arn:aws:kinesis:us-east-1:000000000000:stream/tillstream-sales-events");
            assertThat(target.kinesisParameters().partitionKeyPath())
                    .isEqualTo("$.detail.store_id");
            assertThat(target.deadLetterConfig().arn())
                    .isEqualTo("arn:aws:sqs:us-east-1:000000000000:tillstream-sales-events-dlq");
            assertThat(target.retryPolicy().maximumRetryAttempts()).isEqualTo(185);
            assertThat(target.roleArn())
                    .isEqualTo("arn:aws:iam::000000000000:role/tillstream-access-TargetsRole");
        }
    }

    @Test
    void makesTheQueuesWithRedrive() {
        try (var sqs = Clients.of(SqsClient.builder(), aws.endpoint())) {
            assertThat(sqs.listQueues().queueUrls())
                    .extracting(url -> url.substring(url.lastIndexOf('/') + 1))
                    .containsExactlyInAnyOrder(
                            "tillstream-dispatch",
                            "tillstream-dispatch-dlq",
                            "tillstream-warehouse",
                            "tillstream-warehouse-dlq",
                            "tillstream-sales-events-dlq",
                            "tillstream-inventory-events-dlq",
                            "tillstream-raw-dlq");
            var attributes = attributes(sqs, "tillstream-dispatch");
            assertThat(attributes.get(QueueAttributeName.VISIBILITY_TIMEOUT)).isEqualTo("30");
            assertThat(attributes.get(QueueAttributeName.REDRIVE_POLICY))
                    .contains("arn:aws:sqs:us-east-1:000000000000:tillstream-dispatch-dlq")
                    .contains("5");
        }
    }

    @Test
    void makesTheStreams() {
        try (var kinesis = Clients.of(KinesisClient.builder(), aws.endpoint())) {
            assertThat(kinesis.listStreams().streamNames())
                    .contains("tillstream-sales-events", "tillstream-inventory-events");
            var sales =
                    kinesis.describeStreamSummary(
                                    request -> request.streamName("tillstream-sales-events"))
                            .streamDescriptionSummary();
            assertThat(sales.openShardCount()).isEqualTo(2);
            assertThat(sales.streamStatusAsString()).isEqualTo("ACTIVE");
        }
    }

    @Test
    void makesTheTablesWithTheirIndexesAndTimeToLive() {
        try (var dynamoDb = Clients.of(DynamoDbClient.builder(), aws.endpoint())) {
            assertThat(dynamoDb.listTables().tableNames())
                    .contains(
                            "tillstream-orders",
                            "tillstream-stock-levels",
                            "tillstream-stock-ledger",
                            "tillstream-store-keys",
                            "tillstream-windows",
                            "tillstream-tables-EventData",
                            "tillstream-analytics-sales-events",
                            "tillstream-analytics-inventory-events");
            assertThat(indexes(dynamoDb, "tillstream-analytics-sales-events"))
                    .containsExactly("LeaseOwnerToLeaseKeyIndex ACTIVE");
            assertThat(indexes(dynamoDb, "tillstream-orders"))
                    .containsExactlyInAnyOrder(
                            "store-index ACTIVE", "status-index ACTIVE", "outbox-index ACTIVE");
            assertThat(indexes(dynamoDb, "tillstream-stock-ledger"))
                    .containsExactlyInAnyOrder("item-index ACTIVE", "outbox-index ACTIVE");
            assertThat(indexes(dynamoDb, "tillstream-windows"))
                    .containsExactlyInAnyOrder(
                            "pending-index ACTIVE",
                            "store-index ACTIVE",
                            "series-index ACTIVE",
                            "changes-index ACTIVE");
            var timeToLive =
                    dynamoDb.describeTimeToLive(request -> request.tableName("tillstream-windows"))
                            .timeToLiveDescription();
            assertThat(timeToLive.attributeName()).isEqualTo("expires_at");
            assertThat(timeToLive.timeToLiveStatusAsString()).isEqualTo("ENABLED");
        }
    }

    @Test
    void makesTheDeliveryStreamsToTheBucket() {
        try (var firehose = Clients.of(FirehoseClient.builder(), aws.endpoint());
                var s3 = Clients.of(S3Client.builder().forcePathStyle(true), aws.endpoint())) {
            assertThat(s3.listBuckets().buckets())
                    .extracting(bucket -> bucket.name())
                    .containsExactly("tillstream-data-000000000000");
            assertThat(firehose.listDeliveryStreams(request -> {}).deliveryStreamNames())
                    .contains(
                            "tillstream-raw",
                            "tillstream-sales_revenue",
                            "tillstream-sales_by_category",
                            "tillstream-events_by_type");
            var raw =
                    firehose.describeDeliveryStream(
                                    request -> request.deliveryStreamName("tillstream-raw"))
                            .deliveryStreamDescription()
                            .destinations()
                            .getFirst()
                            .extendedS3DestinationDescription();
            assertThat(raw.bucketARN()).isEqualTo("arn:aws:s3:::tillstream-data-000000000000");
            assertThat(raw.prefix()).isEqualTo("raw/");
            assertThat(raw.bufferingHints().intervalInSeconds()).isEqualTo(1);
            assertThat(raw.bufferingHints().sizeInMBs()).isEqualTo(1);
            assertThat(raw.processingConfiguration().processors()).hasSize(1);
        }
    }

    @Test
    void canBeDeployedAgain() {
        assertThatCode(() -> deploy(Map.of("BufferIntervalSeconds", "1")))
                .doesNotThrowAnyException();
        var deployment = deploy(Map.of("BufferIntervalSeconds", "1"));
        assertThat(deployment.stacks()).hasSize(8).last().isEqualTo("tillstream-rules");
        assertThat(deployment.exports())
                .containsEntry("tillstream-bus:BusName", "tillstream")
                .containsEntry("tillstream-delivery:Raw", "tillstream-raw");
        assertThat(deployment.withoutEffect())
                .containsExactly(
                        "AWS::IAM::ManagedPolicy",
                        "AWS::IAM::Role",
                        "AWS::S3::BucketPolicy",
                        "AWS::SQS::QueuePolicy");
    }

    @Test
    void refusesADeliveryStreamThatIsThereAndDeliversOtherwise() {
        assertThatThrownBy(() -> deploy(Map.of("BufferIntervalSeconds", "2")))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("delivery.yaml: Raw: delivery stream tillstream-raw exists")
                .hasMessageContaining("BufferingHints IntervalInSeconds");
    }

    private static Deployment deploy(Map<String, String> parameters) {
        return new TemplateDeployer(aws.endpoint(), parameters)
                .deploy(CommittedTemplatesTest.FOLDER);
    }

    private static Map<QueueAttributeName, String> attributes(SqsClient sqs, String queue) {
        var url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
        return sqs.getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes();
    }

    /** Each index of a table with its state. */
    private static Stream<String> indexes(DynamoDbClient dynamoDb, String table) {
        return dynamoDb
                .describeTable(request -> request.tableName(table))
                .table()
                .globalSecondaryIndexes()
                .stream()
                .map(index -> index.indexName() + " " + index.indexStatusAsString());
    }
}
