package dev.tillstream.producer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private final StringWriter printed = new StringWriter();

    private long now;

    @Test
    void tellsRateAndTimeLeftEveryFiveSeconds() {
        Progress progress = new ProgressLines(new PrintWriter(printed), () -> now);
        for (int second = 1; second <= 12; second++) {
            now = Duration.ofSeconds(second).toNanos();
            progress.show(second * 1_000L, OptionalDouble.of(second / 20.0));
        }

        assertThat(printed.toString().lines())
                .containsExactly(
                        "  5,000 events, 1,000/s, 25 %, about 15 s left",
                        "  10,000 events, 1,000/s, 50 %, about 10 s left");
    }

    @Test
    void tellsOnlyTheRateWhereTheEndIsUnknown() {
        Progress progress = new ProgressLines(new PrintWriter(printed), () -> now);
        now = Duration.ofSeconds(10).toNanos();
        progress.show(500, OptionalDouble.empty());

        assertThat(printed.toString().lines()).containsExactly("  500 events, 50/s");
    }
}
