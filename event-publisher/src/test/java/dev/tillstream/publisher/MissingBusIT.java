package dev.tillstream.publisher;

import static dev.tillstream.publisher.OutgoingEventFixture.events;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.publisher.PublishResult.Refused;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** A bus that isn't there; LocalStack accepts events for it. */
@ExtendWith(LocalAwsExtension.class)
class MissingBusIT {

    @Test
    void isNoEventsFault() {
        try (EventBridgeClient client =
                EventBridgeClient.builder()
                        .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                        .build()) {
            var publisher =
                    new EventPublisher(
                            client,
                            new PublisherSettings("nowhere"),
                            new Random(7),
                            Sleeper.THREAD);

            assertThat(publisher.publish(events(2)))
                    .hasSize(2)
                    .allMatch(result -> result instanceof Refused refused && refused.retryable());
        }
    }
}
