package dev.tillstream.producer.command;

import dev.tillstream.producer.aws.LocalAws;
import dev.tillstream.producer.envelope.Envelope;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Which AWS. */
final class AwsOptions {

    private static final String ACCOUNT = "000000000000";
    private static final Duration CALL = Duration.ofSeconds(30);

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description =
                    "AWS for s3://, eventbridge and kinesis, for example http://127.0.0.1:4566"
                            + " (default: that of what runs here, else AWS itself if AWS_REGION is"
                            + " set)")
    private @Nullable URI endpoint;

    @Option(
            names = "--project",
            paramLabel = "NAME",
            defaultValue = "tillstream",
            description = "First part of the names of bus and streams (default: ${DEFAULT-VALUE})")
    private String project = "tillstream";

    @Nullable URI endpoint() {
        return endpoint;
    }

    String project() {
        return project;
    }

    Envelope envelope() {
        String region = System.getenv("AWS_REGION");
        return new Envelope(ACCOUNT, region == null ? Region.US_EAST_1.id() : region);
    }

    S3Client s3(Surroundings here) {
        S3ClientBuilder builder =
                S3Client.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
        place(here).ifPresent(address -> LocalAws.pointed(builder.forcePathStyle(true), address));
        return builder.build();
    }

    /** Sends nothing again by itself. */
    KinesisClient kinesis(Surroundings here) {
        return once(KinesisClient.builder(), here);
    }

    /** Sends nothing again by itself. */
    EventBridgeClient bus(Surroundings here) {
        return once(EventBridgeClient.builder(), here);
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C once(
            B builder, Surroundings here) {
        builder.httpClientBuilder(UrlConnectionHttpClient.builder());
        builder.overrideConfiguration(override ->
                override.retryStrategy(AwsRetryStrategy.doNotRetry()).apiCallTimeout(CALL));
        place(here).ifPresent(address -> LocalAws.pointed(builder, address));
        return builder.build();
    }

    private Optional<URI> place(Surroundings here) {
        if (endpoint == null) {
            return here.aws();
        }
        if (endpoint.getHost() == null) {
            throw new IllegalArgumentException(
                    "--endpoint-url must be like http://127.0.0.1:4566, is " + endpoint);
        }
        return Optional.of(endpoint);
    }
}
