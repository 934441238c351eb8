package dev.tillstream.producer.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff =
            new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2), new Random(1));

    @Test
    void doublesWithJitterAroundTheMean() {
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.pauseAfter(3, null))
                    .isBetween(Duration.ofMillis(200), Duration.ofMillis(600));
        }
    }

    @Test
    void neverWaitsLongerThanItsBound() {
        assertThat(backoff.pauseAfter(60, null)).isLessThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(backoff.pauseAfter(1, Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void waitsAsLongAsItIsAsked() {
        assertThat(backoff.pauseAfter(1, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    }
}
