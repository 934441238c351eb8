package dev.tillstream.analytics.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadClockTest {

    private Instant now = Instant.parse("2021-03-06T12:00:00Z");
    private final ReadClock reads = new ReadClock(() -> now);

    @Test
    void tellsTheLongestSilenceOfTheShardsThatAreHeld() {
        reads.wasRead("a");
        now = now.plusSeconds(5);
        reads.wasRead("b");
        now = now.plusSeconds(2);

        assertThat(reads.longestSilence(List.of("a", "b"))).hasSeconds(7);
        assertThat(reads.longestSilence(List.of("b"))).hasSeconds(2);
    }

    @Test
    void countsAShardThatWasNeverReadFromTheFirstQuestion() {
        assertThat(reads.longestSilence(List.of("a"))).isZero();
        now = now.plusSeconds(31);

        assertThat(reads.longestSilence(List.of("a"))).hasSeconds(31);
    }

    @Test
    void forgetsAShardThatIsHeldNoMore() {
        reads.wasRead("a");
        now = now.plusSeconds(60);

        assertThat(reads.longestSilence(List.of())).isZero();
        assertThat(reads.longestSilence(List.of("a"))).isZero();
    }
}
