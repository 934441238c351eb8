package dev.tillstream.analytics.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Its rounds are its clock, of half a minute each here. */
final class WatchdogTest {

    private final Pulses pulses = new Pulses();
    private final List<String> held = new ArrayList<>(List.of("shard-1", "shard-2"));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Watchdog watchdog =
            new Watchdog(List.of(new HeldShards(held, pulses)), Duration.ofMinutes(5), registry);
    private final WatchdogHealth health = new WatchdogHealth(watchdog);

    @Test
    void tellsOfTheShardThatIsStuckAndForHowLong() {
        Pulse moving = pulses.begin("shard-1");
        pulses.begin("shard-2");
        rounds(13, moving::beat);
        assertThat(watchdog.stuck()).containsExactly(entry("sales shard-2", Duration.ofMinutes(6)));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails())
                .containsExactly(entry("sales shard-2", "no sign of life for 360 s"));
        assertThat(stuckByMetric()).isEqualTo(1);
    }

    @Test
    void isPatientUntilTheTimeIsUp() {
        pulses.begin("shard-1");
        rounds(10, () -> {});
        assertThat(watchdog.stuck()).isEmpty();
        watchdog.look();
        assertThat(watchdog.stuck()).containsKey("sales shard-1");
    }

    @Test
    void findsAllWellOnceTheShardMovesAgain() {
        Pulse pulse = pulses.begin("shard-1");
        rounds(11, () -> {});
        assertThat(watchdog.stuck()).isNotEmpty();
        rounds(1, pulse::beat);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(stuckByMetric()).isZero();
    }

    @Test
    void doesNotTakeRetriesForStandingStill() {
        Pulse pulse = pulses.begin("shard-1");
        pulse.during(() -> rounds(30, pulse::beat));
        assertThat(watchdog.stuck()).isEmpty();
    }

    @Test
    void doesNotTakeAStreamThatDoesNotAnswerForStandingStill() {
        pulses.begin("shard-1");
        rounds(30, () -> pulses.asked("shard-1"));
        assertThat(watchdog.stuck()).isEmpty();
    }

    @Test
    void isNotFooledByReadingAheadOfACallThatDoesNotEnd() {
        Pulse pulse = pulses.begin("shard-1");
        pulse.during(() -> {
            rounds(11, () -> pulses.asked("shard-1"));
            assertThat(watchdog.stuck()).containsKey("sales shard-1");
        });
    }

    @Test
    void expectsNothingOfAShardThatIsHeldElsewhereOrHasEnded() {
        pulses.begin("shard-1");
        pulses.end("shard-2", pulses.begin("shard-2"));
        held.remove("shard-1");
        rounds(30, () -> {});
        assertThat(watchdog.stuck()).isEmpty();
    }

    @Test
    void expectsNothingOfAShardThatWaitsForItsParents() {
        rounds(30, () -> {});
        assertThat(watchdog.stuck()).isEmpty();
    }

    @Test
    void startsAfreshWithTheNextConsumerOfAShard() {
        Pulse last = pulses.begin("shard-1");
        rounds(9, () -> {});
        pulses.begin("shard-1");
        pulses.end("shard-1", last);
        rounds(10, () -> {});
        assertThat(watchdog.stuck()).isEmpty();
        rounds(1, () -> {});
        assertThat(watchdog.stuck()).isNotEmpty();
    }

    private void rounds(int count, Runnable each) {
        for (int i = 0; i < count; i++) {
            each.run();
            watchdog.look();
        }
    }

    private double stuckByMetric() {
        return registry.get("tillstream.analytics.stuck").tag("stream", "sales").gauge().value();
    }
}
