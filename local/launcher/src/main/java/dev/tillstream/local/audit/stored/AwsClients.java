package dev.tillstream.local.audit.stored;

import dev.tillstream.producer.aws.LocalAws;
import java.net.URI;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
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
                LocalAws.pointed(S3Client.builder().forcePathStyle(true).httpClient(http), endpoint)
                        .build(),
                LocalAws.pointed(DynamoDbClient.builder().httpClient(http), endpoint).build(),
                LocalAws.pointed(SqsClient.builder().httpClient(http), endpoint).build(),
                LocalAws.pointed(KinesisClient.builder().httpClient(http), endpoint).build());
    }

    @Override
    public void close() {
        s3.close();
        dynamoDb.close();
        sqs.close();
        kinesis.close();
    }
}
