package dev.tillstream.analytics.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class BackoffTest {

    /** Always the most that may be. */
    private static final RandomGenerator LONGEST =
            new RandomGenerator() {
                @Override
                public long nextLong() {
                    return Long.MAX_VALUE;
                }

                @Override
                public long nextLong(long bound) {
                    return bound - 1;
                }
            };

    @Test
    void doublesUpToTheLimit() {
        var backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), LONGEST);
        assertThat(backoff.after(1)).hasMillis(100);
        assertThat(backoff.after(2)).hasMillis(200);
        assertThat(backoff.after(4)).hasMillis(800);
        assertThat(backoff.after(5)).hasMillis(1000);
        assertThat(backoff.after(1_000_000)).hasMillis(1000);
    }

    @Test
    void tellsOfAnInterruptAndKeepsIt() {
        var backoff = new Backoff(Duration.ofSeconds(50), Duration.ofSeconds(50), LONGEST);
        Thread.currentThread().interrupt();
        assertThat(backoff.pause(1)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
