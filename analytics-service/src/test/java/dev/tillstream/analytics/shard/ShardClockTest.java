package dev.tillstream.analytics.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ShardClockTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final ShardClock clock = new ShardClock();

    @Test
    void lagsWithTheReader() {
        clock.advance(NOON, Duration.ofMinutes(10));
        assertThat(clock.now()).isEqualTo("2026-11-21T11:50:00Z");
        clock.advance(NOON.plusSeconds(1), Duration.ZERO);
        assertThat(clock.now()).isEqualTo("2026-11-21T12:00:01Z");
    }

    @Test
    void neverGoesBack() {
        clock.advance(NOON, Duration.ZERO);
        clock.advance(NOON.plusSeconds(1), Duration.ofSeconds(30));
        assertThat(clock.now()).isEqualTo(NOON);
    }

    @Test
    void standsStillWhenTheStreamDoesNotSay() {
        clock.advance(NOON, null);
        clock.advance(null, Duration.ZERO);
        assertThat(clock.now()).isEqualTo(Instant.EPOCH);
    }
}
