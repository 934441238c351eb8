package dev.tillstream.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The endless run, what can be asked of it, and its end. */
class UpIT {

    private static final Duration BOUND = Duration.ofMinutes(5);

    @TempDir private Path folder;

    @Test
    void answersWhileItRunsAndLeavesNothingWhenItIsTerminated()
            throws IOException, InterruptedException {
        int port = FreePorts.base();
        String state = folder.toString();
        try (Run up = Run.start("up", "--port", String.valueOf(port), "--state", state)) {
            await().atMost(BOUND).until(() -> up.says("Revenue per store") || !up.isAlive());
            assertThat(up.isAlive()).as(() -> String.join("\n", up.lines())).isTrue();
            List<Long> pids = pids();
            assertThat(pids).hasSize(5).doesNotContain(0L);

            assertThat(run("status", "--state", state))
                    .hasSize(6)
                    .filteredOn(line -> line.contains(" healthy "))
                    .hasSize(5);

            up.terminate();
            up.awaitExit(BOUND);

            assertThat(up.lines()).last().isEqualTo("Stopping everything ...");
            assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
            assertThat(FreePorts.ofHouse(port)).allMatch(FreePorts::isFree);
        }
    }

    private List<Long> pids() {
        JsonNode run = new ObjectMapper().readTree(folder.resolve("run.json").toFile());
        return run.required("processes")
                .valueStream()
                .map(entry -> entry.required("pid").longValue())
                .toList();
    }

    private static List<String> run(String... arguments) throws IOException, InterruptedException {
        try (Run run = Run.start(arguments)) {
            assertThat(run.awaitExit(BOUND)).isZero();
            return run.lines();
        }
    }
}
