package dev.tillstream.local.aws.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private final Backoff backoff =
            new Backoff(Duration.ofMillis(200), Duration.ofSeconds(30), new Random(1));

    @ParameterizedTest
    @CsvSource({
        "1, 100, 200",
        "2, 200, 400",
        "3, 400, 800",
        "8, 12800, 25600",
        "9, 15000, 30000",
        "185, 15000, 30000",
        "2147483647, 15000, 30000"
    })
    void staysBetweenHalfAndAllOfADoublingWait(int failures, long least, long most) {
        assertThat(IntStream.range(0, 1_000).mapToLong(i -> backoff.after(failures).toMillis()))
                .allSatisfy(wait -> assertThat(wait).isBetween(least, most));
    }

    @Test
    void spreadsTheWaits() {
        assertThat(IntStream.range(0, 100).mapToObj(i -> backoff.after(9)).distinct().count())
                .isGreaterThan(50);
    }

    @Test
    void refusesACapBelowTheFirstWait() {
        assertThatThrownBy(() ->
                        new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1), new Random()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
