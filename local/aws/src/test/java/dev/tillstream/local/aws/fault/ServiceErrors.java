package dev.tillstream.local.aws.fault;

import dev.tillstream.local.aws.Clients;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The codes and statuses of a service by kind of fault, with a call to see them. */
record ServiceErrors(
        String service,
        Map<String, String> codes,
        Map<String, Integer> statuses,
        Consumer<URI> client) {

    static Stream<ServiceErrors> all() {
        return Stream.of(
                of(
                        "kinesis",
                        "ProvisionedThroughputExceededException 400",
                        "InternalFailure 500",
                        "ServiceUnavailableException 503",
                        ServiceErrors::kinesis),
                of(
                        "firehose",
                        "ServiceUnavailableException 503",
                        "InternalFailure 500",
                        "ServiceUnavailableException 503",
                        ServiceErrors::firehose),
                of(
                        "events",
                        "ThrottlingException 400",
                        "InternalException 500",
                        "ServiceUnavailableException 503",
                        ServiceErrors::events),
                of(
                        "ssm",
                        "ThrottlingException 400",
                        "InternalServerError 500",
                        "ServiceUnavailableException 503",
                        ServiceErrors::ssm),
                of(
                        "sqs",
                        "RequestThrottled 403",
                        "InternalFailure 500",
                        "ServiceUnavailable 503",
                        ServiceErrors::sqs),
                of(
                        "s3",
                        "SlowDown 503",
                        "InternalError 500",
                        "ServiceUnavailable 503",
                        ServiceErrors::s3),
                of(
                        "dynamodb",
                        "ProvisionedThroughputExceededException 400",
                        "InternalServerError 500",
                        "ServiceUnavailable 503",
                        ServiceErrors::dynamoDb));
    }

    private static ServiceErrors of(
            String service, String throttle, String error, String outage, Consumer<URI> client) {
        Map<String, String> all = Map.of("throttle", throttle, "error", error, "outage", outage);
        var codes = new HashMap<String, String>();
        var statuses = new HashMap<String, Integer>();
        all.forEach((kind, expected) -> {
            codes.put(kind, expected.split(" ", -1)[0]);
            statuses.put(kind, Integer.valueOf(expected.split(" ", -1)[1]));
        });
        return new ServiceErrors(service, codes, statuses, client);
    }

    String code(String kind) {
        return codes.get(kind);
    }

    int status(String kind) {
        return statuses.get(kind);
    }

    /** Does the SDK take it for throttling? It goes by names and by 429. */
    boolean slows(String kind) {
        return kind.equals("throttle") && !service.equals("firehose");
    }

    void call(URI endpoint) {
        client.accept(endpoint);
    }

    @Override
    public String toString() {
        return service;
    }

    /** Two attempts without a wait: here only the answers count. */
    private static <B extends AwsClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
        var twice =
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(2)
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .build();
        builder.overrideConfiguration(o -> o.retryStrategy(twice));
        return Clients.of(builder, endpoint);
    }

    private static void kinesis(URI endpoint) {
        try (var client = client(KinesisClient.builder(), endpoint)) {
            client.putRecord(
                    b -> b.streamName("any").partitionKey("k").data(SdkBytes.fromUtf8String("d")));
        }
    }

    private static void firehose(URI endpoint) {
        try (var client = client(FirehoseClient.builder(), endpoint)) {
            client.putRecord(b ->
                    b.deliveryStreamName("any").record(r -> r.data(SdkBytes.fromUtf8String("d"))));
        }
    }

    private static void events(URI endpoint) {
        try (var client = client(EventBridgeClient.builder(), endpoint)) {
            var entry = PutEventsRequestEntry.builder().source("s").detailType("t").detail("{}");
            client.putEvents(b -> b.entries(entry.build()));
        }
    }

    private static void ssm(URI endpoint) {
        try (var client = client(SsmClient.builder(), endpoint)) {
            client.getParameter(b -> b.name("/any"));
        }
    }

    private static void sqs(URI endpoint) {
        try (var client = client(SqsClient.builder(), endpoint)) {
            client.sendMessage(b -> b.queueUrl(endpoint + "/000000000000/any").messageBody("m"));
        }
    }

    private static void s3(URI endpoint) {
        try (var client = client(S3Client.builder(), endpoint)) {
            client.listObjectsV2(b -> b.bucket("any"));
        }
    }

    private static void dynamoDb(URI endpoint) {
        try (var client = client(DynamoDbClient.builder(), endpoint)) {
            client.getItem(b -> b.tableName("any").key(Map.of("pk", AttributeValue.fromS("k"))));
        }
    }
}
