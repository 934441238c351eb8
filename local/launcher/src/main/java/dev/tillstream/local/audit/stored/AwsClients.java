package dev.tillstream.local.audit.stored;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients that an audit reads with. */
public record AwsClients(S3Client s3, DynamoDbClient dynamoDb, SqsClient sqs, KinesisClient kinesis)
        implements AutoCloseable {

    /** Clients of an embedded AWS or LocalStack, which take any credentials. */
    public static AwsClients at(URI endpoint) {
        SdkHttpClient http = UrlConnectionHttpClient.create();
        return new AwsClients(
                pointed(S3Client.builder().forcePathStyle(true).httpClient(http), endpoint).build(),
                pointed(DynamoDbClient.builder().httpClient(http), endpoint).build(),
                pointed(SqsClient.builder().httpClient(http), endpoint).build(),
                pointed(KinesisClient.builder().httpClient(http), endpoint).build());
    }

    @Override
    public void close() {
        s3.close();
        dynamoDb.close();
        sqs.close();
        kinesis.close();
    }

    /** Points a client at an embedded AWS or LocalStack. */
    public static <B extends AwsClientBuilder<B, C>, C> B pointed(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("test", "test")));
    }
}
