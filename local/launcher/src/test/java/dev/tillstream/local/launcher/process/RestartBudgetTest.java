package dev.tillstream.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartBudgetTest {

    private Instant now = Instant.parse("2026-01-05T10:00:00Z");
    private final RestartBudget budget = new RestartBudget(2, Duration.ofMinutes(1), () -> now);

    @Test
    void isSpentAfterSoManyRestartsWithinTheSpan() {
        assertThat(budget.spend()).isTrue();
        now = now.plusSeconds(59);
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isFalse();
    }

    @Test
    void forgetsRestartsOfLongAgo() {
        assertThat(budget.spend()).isTrue();
        now = now.plusSeconds(30);
        assertThat(budget.spend()).isTrue();
        now = now.plusSeconds(30);
        assertThat(budget.spend()).isTrue();
        assertThat(budget.spend()).isFalse();
    }
}
