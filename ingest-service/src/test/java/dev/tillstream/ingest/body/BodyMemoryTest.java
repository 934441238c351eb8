package dev.tillstream.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.tillstream.ingest.problem.Problem;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {

    private static final int KB = 1024;

    private final BodyMemory memory = new BodyMemory(30 * KB);

    @Test
    void endsARequestThatDoesNotFitBesideTheOthers() {
        BodyMemory.Share first = memory.share();
        first.grow(10 * KB);
        BodyMemory.Share second = memory.share();

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> second.grow(5 * KB))
                .satisfies(problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(503);
                    assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("1");
                });
        assertThatNoException().isThrownBy(() -> second.grow(4 * KB));
    }

    @Test
    void isThereAgainWhenARequestEnds() {
        for (int i = 0; i < 100; i++) {
            try (BodyMemory.Share share = memory.share()) {
                share.grow(20 * KB);
            }
        }

        assertThat(memory.taken()).isZero();
    }

    @Test
    void boundsHowManyRequestsThereAreEvenWithoutABody() {
        for (int i = 0; i < 3; i++) {
            BodyMemory.Share ignored = memory.share();
        }

        assertThatExceptionOfType(Problem.class).isThrownBy(memory::share);
    }
}
