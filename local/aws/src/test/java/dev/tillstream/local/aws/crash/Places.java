package dev.tillstream.local.aws.crash;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The resources that the load writes to, beside those of the committed templates. */
final class Places {

    static final String NAME = "crash";
    static final String BUCKET = "tillstream-data-000000000000";
    static final String OBJECTS = "objects/";
    static final String DELIVERIES = "deliveries/";

    private Places() {}

    static void create(AwsProcess aws) {
        try (var tables = aws.client(DynamoDbClient.builder());
                var queues = aws.client(SqsClient.builder());
                var streams = aws.client(KinesisClient.builder());
                var deliveries = aws.client(FirehoseClient.builder())) {
            tables.createTable(b ->
                    b.tableName(NAME)
                            .billingMode(BillingMode.PAY_PER_REQUEST)
                            .attributeDefinitions(
                                    AttributeDefinition.builder()
                                            .attributeName("id")
                                            .attributeType(ScalarAttributeType.S)
                                            .build())
                            .keySchema(
                                    KeySchemaElement.builder()
                                            .attributeName("id")
                                            .keyType(KeyType.HASH)
                                            .build()));
            queues.createQueue(b -> b.queueName(NAME));
            streams.createStream(b -> b.streamName(NAME).shardCount(2));
            deliveries.createDeliveryStream(b ->
                    b.deliveryStreamName(NAME)
                            .extendedS3DestinationConfiguration(c ->
                                    c.bucketARN("arn:aws:s3:::" + BUCKET)
                                            .roleARN("arn:aws:iam::000000000000:role/any")
                                            .prefix(DELIVERIES)
                                            .bufferingHints(
                                                    h -> h.intervalInSeconds(2).sizeInMBs(1))));
        }
    }
}
