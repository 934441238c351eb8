package dev.tillstream.local.aws;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** Points SDK clients at an embedded AWS of a test. */
public final class Clients {

    private Clients() {}

    public static <C> C of(AwsClientBuilder<?, C> builder, URI endpoint) {
        builder.endpointOverride(endpoint);
        builder.region(Region.US_EAST_1);
        builder.credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")));
        return builder.build();
    }
}
