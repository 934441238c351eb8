package dev.tillstream.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.tillstream.ingest.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {

    private static final int KB = 1024;

    private final BodyMemory memory = new BodyMemory(30L * KB * BodyMemory.PER_BYTE);

    @Test
    void endsARequestThatDoesNotFitBesideTheOthers() {
        memory.share().arrived(18 * KB);
        BodyMemory.Share second = memory.share();

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> second.arrived(13 * KB))
                .satisfies(problem -> {
                    assertThat(problem.getStatusCode().value()).isEqualTo(429);
                    assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("1");
                });
        assertThatNoException().isThrownBy(() -> second.arrived(12 * KB));
    }

    @Test
    void isThereAgainWhenARequestEnds() {
        for (int i = 0; i < 100; i++) {
            try (BodyMemory.Share share = memory.share()) {
                share.arrived(20 * KB);
                share.work(List.of(new byte[10]), items -> {});
            }
        }

        assertThat(memory.taken()).isZero();
    }

    @Test
    void chargesNothingForABodyThatDoesNotArrive() {
        for (int i = 0; i < 10_000; i++) {
            BodyMemory.Share ignored = memory.share();
        }

        assertThat(memory.taken()).isZero();
    }

    @Test
    void chargesForEventsWhileTheyAreWorkedOnAndALittleForTheirOutcomes() {
        BodyMemory.Share share = memory.share();

        share.work(
                List.of(new byte[100], new byte[0]),
                items ->
                        assertThat(memory.taken())
                                .isEqualTo(
                                        100 * BodyMemory.PER_WORKED_BYTE
                                                + 2
                                                        * (BodyMemory.PER_WORKED_ITEM
                                                                + BodyMemory.PER_ITEM)));

        assertThat(memory.taken()).isEqualTo(2 * BodyMemory.PER_ITEM);
    }

    @Test
    void endsABodyOfTooManySmallItems() {
        BodyMemory.Share share = memory.share();
        List<byte[]> items = List.of(new byte[2], new byte[2], new byte[2]);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        share.work(items, done -> {});
                    }
                });
    }
}
