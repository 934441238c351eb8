package dev.tillstream.analytics.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ParallelTest {

    @Test
    void tellsOfEachCallThatHasEndedWellOrBadly() {
        var ended = new AtomicInteger();
        Parallel calls = new Parallel(2).telling(ended::incrementAndGet);
        assertThat(calls.map(List.of(1, 2, 3), number -> 6 / number)).containsExactly(6, 3, 2);
        assertThat(ended).hasValue(3);
        assertThatThrownBy(() -> calls.map(List.of(0, 1), number -> 6 / number))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ended).hasValue(5);
    }
}
