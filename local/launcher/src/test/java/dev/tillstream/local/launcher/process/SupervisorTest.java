package dev.tillstream.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(30), Duration.ofMillis(50), Duration.ofSeconds(2), 2);
    private static final Duration BOUND = Duration.ofSeconds(30);

    private final List<String> said = new CopyOnWriteArrayList<>();
    private volatile Map<String, Long> running = Map.of();
    private final Supervisor supervisor =
            new Supervisor(PATIENCE, said::add, pids -> running = Map.copyOf(pids));

    @TempDir private Path folder;

    @AfterEach
    void stop() {
        supervisor.close();
    }

    @Test
    void startsSideBySideAndReturnsWhenAllAreHealthy() throws IOException {
        int first = ProcessFixture.freePort();
        int second = ProcessFixture.freePort();

        supervisor.start(
                List.of(
                        ProcessFixture.fake(folder, "first", first),
                        ProcessFixture.fake(folder, "second", second)));

        assertThat(Port.isFree(first)).isFalse();
        assertThat(Port.isFree(second)).isFalse();
        assertThat(running).containsOnlyKeys("first", "second");
        assertThat(said).hasSize(2).allMatch(line -> line.contains("healthy after"));
        assertThat(folder.resolve("first.log")).content().contains("fake service starts");
    }

    @Test
    void startsAgainWhatWasKilled() throws IOException {
        int port = ProcessFixture.freePort();
        supervisor.start(List.of(ProcessFixture.fake(folder, "till", port)));
        long pid = running.get("till");

        kill(pid);

        await().atMost(BOUND).until(() -> said.size() == 3);
        assertThat(said.get(1)).isEqualTo("till was killed (signal 9); starting it again");
        assertThat(said.get(2)).contains("till", "healthy after");
        assertThat(running.get("till")).isNotEqualTo(pid);
        supervisor.throwFailure();
    }

    @Test
    void givesUpWhatKeepsDying() throws IOException {
        int port = ProcessFixture.freePort();
        supervisor.start(List.of(ProcessFixture.fake(folder, "till", port)));

        for (int i = 0; i < 3; i++) {
            Long pid = running.get("till");
            kill(pid);
            await().atMost(BOUND).until(() -> failure().isPresent() || healthyAgainAfter(pid));
        }

        assertThat(failure())
                .hasValue(
                        "till was killed (signal 9), after 2 restarts within a minute; its log: "
                                + folder.resolve("till.log"));
    }

    @Test
    void givesUpWhatEndsBeforeItIsHealthy() throws IOException {
        int port = ProcessFixture.freePort();

        assertThatThrownBy(() ->
                        supervisor.start(
                                List.of(ProcessFixture.fake(folder, "till", port, "dies-at-once"))))
                .isInstanceOf(FailedProgramException.class)
                .hasMessage(
                        "till ended with code 3 before it was healthy; its log: "
                                + folder.resolve("till.log"));
    }

    @Test
    void givesUpWhatNeverGetsHealthy() throws IOException {
        int port = ProcessFixture.freePort();
        Patience hasty =
                new Patience(
                        Duration.ofSeconds(2), Duration.ofMillis(50), Duration.ofSeconds(2), 2);
        try (Supervisor impatient = new Supervisor(hasty, said::add, pids -> {})) {
            assertThatThrownBy(() ->
                            impatient.start(
                                    List.of(
                                            ProcessFixture.fake(
                                                    folder, "till", port, "never-healthy"))))
                    .hasMessageContaining("till was not healthy within 2 s; its log: ");
        }
        assertThat(Port.isFree(port)).isTrue();
    }

    @Test
    void doesNotStartAgainWhatWouldComeBackEmpty() throws IOException {
        int port = ProcessFixture.freePort();
        Program till = ProcessFixture.fake(folder, "till", port);
        supervisor.start(
                List.of(
                        new Program(
                                till.name(),
                                till.command(),
                                till.environment(),
                                till.log(),
                                till.health(),
                                false)));

        kill(running.get("till"));

        await().atMost(BOUND).until(() -> failure().isPresent());
        assertThat(failure().orElseThrow())
                .contains("till was killed (signal 9), and what it held is lost; its log: ");
    }

    @Test
    void stopsEverythingAndKillsWhatDoesNotStop() throws IOException {
        int gentle = ProcessFixture.freePort();
        int stubborn = ProcessFixture.freePort();
        supervisor.start(List.of(ProcessFixture.fake(folder, "gentle", gentle)));
        supervisor.start(List.of(ProcessFixture.fake(folder, "stubborn", stubborn, "never-stops")));

        supervisor.close();

        assertThat(Port.isFree(gentle)).isTrue();
        assertThat(Port.isFree(stubborn)).isTrue();
        assertThat(said).hasSize(2);
    }

    private boolean healthyAgainAfter(long pid) {
        Long now = running.get("till");
        return now != null && now != pid && said.getLast().contains("healthy");
    }

    private Optional<String> failure() {
        try {
            supervisor.throwFailure();
            return Optional.empty();
        } catch (FailedProgramException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private static void kill(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }
}
