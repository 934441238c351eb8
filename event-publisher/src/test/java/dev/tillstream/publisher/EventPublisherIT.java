package dev.tillstream.publisher;

import static dev.tillstream.publisher.OutgoingEventFixture.event;
import static dev.tillstream.publisher.OutgoingEventFixture.events;
import static dev.tillstream.publisher.OutgoingEventFixture.ofSize;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillstream.local.testing.LocalAwsExtension;
import dev.tillstream.publisher.PublishResult.Accepted;
import dev.tillstream.publisher.PublishResult.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** What a bus that speaks the real protocol answers. */
@Tag("portable")
@ExtendWith(LocalAwsExtension.class)
class EventPublisherIT {

    private EventBridgeClient client;

    @BeforeEach
    void connect() {
        client =
                EventBridgeClient.builder()
                        .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                        .build();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void aBusTakesMoreThanOneRequestCarries() {
        List<PublishResult> results = publish(events(25));

        assertThat(results)
                .hasSize(25)
                .allMatch(Accepted.class::isInstance)
                .doesNotHaveDuplicates();
    }

    @Test
    void aBusTakesARequestOfExactlyTheLimit() {
        String padded = "{\"p\":\"%s\"}";
        int frame = event(padded.formatted("")).size();
        OutgoingEvent largest =
                event(padded.formatted("x".repeat(PublisherSettings.SAFE_MAX_BYTES - frame)));

        assertThat(largest.size()).isEqualTo(PublisherSettings.SAFE_MAX_BYTES);
        assertThat(publish(List.of(largest, ofSize(largest.size() + 1))))
                .satisfiesExactly(
                        first -> assertThat(first).isInstanceOf(Accepted.class),
                        second -> assertThat(second).matches(r -> isRefused(r, "EventTooLarge")));
    }

    @Test
    void aBusRefusesForGoodOnlyWhatIsNoJson() {
        List<OutgoingEvent> events = new ArrayList<>(events(12));
        events.set(7, event("no json"));

        List<PublishResult> results = publish(events);

        assertThat(results.get(7))
                .matches(r -> isRefused(r, "MalformedDetail") && !((Refused) r).retryable());
        assertThat(results).filteredOn(Accepted.class::isInstance).hasSize(11);
    }

    private List<PublishResult> publish(List<OutgoingEvent> events) {
        return new EventPublisher(
                        client, new PublisherSettings("tillstream"), new Random(7), Sleeper.THREAD)
                .publish(events);
    }

    private static boolean isRefused(PublishResult result, String code) {
        return result instanceof Refused refused && refused.code().equals(code);
    }
}
