package dev.tillstream.consumer.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.awspring.cloud.sqs.listener.backpressure.BackPressureHandler.ReleaseReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PollPaceTest {

    private static final Duration LINGER = Duration.ofMillis(50);

    private final PollPace pace = new PollPace(LINGER);

    @Test
    void aPollOfAQuietQueueGoesAlone() throws InterruptedException {
        assertThat(pace.request(10)).isEqualTo(10);
        assertThat(pace.request(10)).isZero();

        pace.release(10, ReleaseReason.NONE_FETCHED);

        assertThat(pace.request(10)).isEqualTo(10);
    }

    @Test
    void afterAFullPollOthersGoBesideEachOther() throws InterruptedException {
        pace.request(10);

        pace.release(0, ReleaseReason.PARTIAL_FETCH);

        assertThat(pace.request(10)).isEqualTo(10);
        assertThat(pace.request(10)).isEqualTo(10);
    }

    @Test
    void afterAPollThatWasNotFullMessagesGather() throws InterruptedException {
        pace.request(10);
        pace.release(0, ReleaseReason.PARTIAL_FETCH);
        pace.request(10);
        long since = System.nanoTime();

        pace.release(7, ReleaseReason.PARTIAL_FETCH);

        assertThat(pace.request(10)).isEqualTo(10);
        assertThat(System.nanoTime() - since).isGreaterThanOrEqualTo(LINGER.toNanos());
        assertThat(pace.request(10)).isZero();
    }
}
