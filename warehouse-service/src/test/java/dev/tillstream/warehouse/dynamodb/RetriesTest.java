package dev.tillstream.warehouse.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void triesUntilItGetsThrough() {
        String result =
                new Retries(3, lost::incrementAndGet)
                        .until(() ->
                                made.incrementAndGet() < 3
                                        ? Optional.empty()
                                        : Optional.of("through"));

        assertThat(result).isEqualTo("through");
        assertThat(lost).hasValue(2);
    }

    @Test
    void givesUpAfterItsAttempts() {
        assertThatThrownBy(() -> new Retries(3, lost::incrementAndGet).until(this::loses))
                .isInstanceOf(ContendedException.class);
        assertThat(made).hasValue(3);
        assertThat(lost).hasValue(3);
    }

    @Test
    void anInterruptEndsThePauseAndIsKept() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new Retries(3, lost::incrementAndGet).until(this::loses))
                .isInstanceOf(ContendedException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(made).hasValue(1);
    }

    private Optional<String> loses() {
        made.incrementAndGet();
        return Optional.empty();
    }
}
