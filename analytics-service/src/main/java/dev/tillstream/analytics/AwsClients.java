package dev.tillstream.analytics;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Clients of AWS, all found by the SDK's own rules: {@code AWS_ENDPOINT_URL}, {@code AWS_REGION}
 * and the chain of credentials. KCL asks for asynchronous ones; ours are blocking, on virtual
 * threads.
 */
@Configuration(proxyBeanMethods = false)
class AwsClients {

    /** A call that hangs must not hold a shard for longer than a lease lives. */
    private static final ClientOverrideConfiguration BOUNDED =
            ClientOverrideConfiguration.builder()
                    .apiCallAttemptTimeout(Duration.ofSeconds(5))
                    .apiCallTimeout(Duration.ofSeconds(15))
                    .build();

    @Bean
    SdkHttpClient httpClient() {
        return ApacheHttpClient.builder().maxConnections(100).build();
    }

    @Bean
    DynamoDbClient dynamoDbClient(SdkHttpClient http) {
        return DynamoDbClient.builder().httpClient(http).overrideConfiguration(BOUNDED).build();
    }

    @Bean
    FirehoseClient firehoseClient(SdkHttpClient http) {
        return FirehoseClient.builder().httpClient(http).overrideConfiguration(BOUNDED).build();
    }

    @Bean
    S3Client s3Client(SdkHttpClient http) {
        return S3Client.builder().httpClient(http).overrideConfiguration(BOUNDED).build();
    }

    /** Polling needs no HTTP/2, which is the default for Kinesis and needs TLS on most ways. */
    @Bean
    SdkAsyncHttpClient asyncHttpClient() {
        return NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP1_1).build();
    }

    @Bean
    KinesisAsyncClient kinesisAsyncClient(SdkAsyncHttpClient http) {
        return KinesisAsyncClient.builder().httpClient(http).build();
    }

    @Bean
    DynamoDbAsyncClient dynamoDbAsyncClient(SdkAsyncHttpClient http) {
        return DynamoDbAsyncClient.builder().httpClient(http).build();
    }

    /** KCL insists on having one; it is never called, because our metrics go elsewhere. */
    @Bean
    CloudWatchAsyncClient cloudWatchAsyncClient(SdkAsyncHttpClient http) {
        return CloudWatchAsyncClient.builder().httpClient(http).build();
    }
}
