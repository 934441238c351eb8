package dev.tillstream.consumer.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.consumer.SilentServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class TableHealthIndicatorTest {

    @Test
    @Timeout(20)
    void isDownWithinSecondsWhenDynamoDbIsSilent() throws Exception {
        try (SilentServer server = new SilentServer();
                DynamoDbClient client = client(server)) {
            long start = System.nanoTime();

            Health health = new TableHealthIndicator(client, "any").health();

            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    private static DynamoDbClient client(SilentServer server) {
        return DynamoDbClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }
}
