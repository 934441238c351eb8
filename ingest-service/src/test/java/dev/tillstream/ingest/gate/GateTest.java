package dev.tillstream.ingest.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tillstream.ingest.problem.Problem;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GateTest {

    private final Gate gate = new Gate(100, 40);

    @Test
    void letsInAsManyRequestsAsItMay() {
        IntStream.range(0, 100).forEach(i -> assertThat(gate.pass(1).isUnderWay()).isTrue());

        assertThat(gate.pass(1).isUnderWay()).isFalse();
        assertThat(gate.pass(1).begin()).isFalse();
        assertThat(gate.requests()).isEqualTo(100);
    }

    @Test
    void letsAsManyEventsBeWorkedOnAsItMay() {
        assertThat(gate.pass(10).begin()).isTrue();
        assertThat(gate.pass(10).begin()).isTrue();
        assertThat(gate.pass(10).begin()).isTrue();
        assertThat(gate.pass(10).begin()).isTrue();

        assertThat(gate.pass(1).begin()).isFalse();
        assertThat(gate.events()).isEqualTo(40);
    }

    @Test
    void keepsALastQuarterForSmallRequests() {
        assertThat(gate.pass(25).begin()).isTrue();

        assertThat(gate.pass(11).begin()).isFalse();
        assertThat(gate.pass(10).begin()).isTrue();
    }

    @Test
    void letsOneRequestInHoweverLargeItIs() {
        assertThat(gate.pass(500).begin()).isTrue();
        assertThat(gate.events()).isEqualTo(30);
    }

    @Test
    void countsNobodyWhoWaitsForABody() {
        for (int i = 0; i < 50; i++) {
            Gate.Pass slow = gate.pass(10);
            assertThat(slow.begin()).isTrue();
            slow.pause();
        }

        assertThat(gate.events()).isZero();
        assertThat(gate.requests()).isEqualTo(50);
    }

    @Test
    void letsABodyArriveOnlyWhileThereIsAPlace() {
        assertThat(gate.pass(10).mayWait()).isTrue();
        IntStream.range(0, 4).forEach(i -> assertThat(gate.pass(10).begin()).isTrue());

        assertThat(gate.pass(10).mayWait()).isFalse();
    }

    @Test
    void refusesABodyThatArrivesWhenThereIsNoPlaceAnyMore() {
        Gate.Pass slow = gate.pass(10);
        assertThat(slow.begin()).isTrue();
        slow.pause();
        IntStream.range(0, 4).forEach(i -> assertThat(gate.pass(10).begin()).isTrue());

        assertThatExceptionOfType(Problem.class).isThrownBy(slow::resume);
    }

    @Test
    void isEmptyWhenAllHaveLeft() {
        try (Gate.Pass working = gate.pass(10);
                Gate.Pass slow = gate.pass(10);
                Gate.Pass refused = gate.pass(10)) {
            working.begin();
            slow.begin();
            slow.pause();
            assertThat(refused.isUnderWay()).isTrue();
        }

        assertThat(gate.requests()).isZero();
        assertThat(gate.events()).isZero();
    }
}
