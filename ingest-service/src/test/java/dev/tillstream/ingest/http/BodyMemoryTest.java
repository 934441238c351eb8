package dev.tillstream.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

class BodyMemoryTest {

    private final BodyMemory memory = new BodyMemory(10 * 1024);

    @Test
    void endsARequestThatDoesNotFitBesideTheOthers() {
        memory.take(6 * 1024);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> memory.take(5 * 1024))
                .satisfies(problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(503);
                    assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("1");
                });
        assertThatNoException().isThrownBy(() -> memory.take(4 * 1024));
    }

    @Test
    void isThereAgainWhenARequestEnds() {
        for (int i = 0; i < 100; i++) {
            memory.take(10 * 1024 - i);
            memory.giveBack(10 * 1024 - i);
        }

        assertThatNoException().isThrownBy(() -> memory.take(10 * 1024));
    }

    @Test
    void holdsNothingForEmptyBodies() {
        memory.take(10 * 1024);

        assertThatNoException().isThrownBy(() -> memory.take(0));
    }
}
