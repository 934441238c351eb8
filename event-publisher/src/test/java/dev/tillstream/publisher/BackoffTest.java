package dev.tillstream.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final List<Duration> pauses = new ArrayList<>();
    private final Backoff backoff =
            new Backoff(
                    new RetrySettings(9, Duration.ofMillis(50), Duration.ofSeconds(1)),
                    new Random(7),
                    pauses::add);

    @Test
    void doublesUpToTheCap() {
        assertThat(List.of(1, 2, 3, 5, 6, 1000))
                .extracting(failures -> backoff.longest(failures).toMillis())
                .containsExactly(50L, 100L, 200L, 800L, 1000L, 1000L);
    }

    @Test
    void pausesAtRandomUpToTheLongest() {
        for (int i = 0; i < 1000; i++) {
            backoff.pause(2);
        }

        assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofMillis(100)) <= 0);
        assertThat(pauses).anyMatch(pause -> pause.toMillis() < 20);
        assertThat(pauses).anyMatch(pause -> pause.toMillis() > 80);
    }

    @Test
    void keepsAnInterrupt() {
        Backoff interrupted =
                new Backoff(
                        RetrySettings.DEFAULTS,
                        new Random(7),
                        pause -> {
                            throw new InterruptedException();
                        });

        assertThat(interrupted.pause(1)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
