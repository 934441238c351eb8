package dev.tillstream.local.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillstream.local.launcher.house.RunFile.Entry;
import dev.tillstream.local.launcher.house.RunFile.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {

    @TempDir private Path state;

    @Test
    void tellsOthersWhatRuns() {
        Run run = run(ProcessHandle.current().pid());
        new RunFile(state).write(run);

        assertThat(new RunFile(state).read()).hasValue(run);
        assertThat(state).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void isNotBelievedWhenItsLauncherIsGone() throws IOException, InterruptedException {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        new RunFile(state).write(run(gone.pid()));

        assertThat(new RunFile(state).read()).isEmpty();
    }

    @Test
    void isNotBelievedWhenItIsBroken() throws IOException {
        Files.writeString(state.resolve("run.json"), "{\"launcher\":");

        assertThat(new RunFile(state).read()).isEmpty();
    }

    @Test
    void saysHowToStartWhenNothingRuns() {
        assertThatThrownBy(() -> new RunFile(state).require())
                .isInstanceOf(NotRunnableException.class)
                .hasMessageStartingWith("Nothing runs here: start it with ./run up");
    }

    private static Run run(long launcher) {
        Entry entry = new Entry("local-aws", 4711, 4566, "http://127.0.0.1:4566/h", "aws.log");
        return new Run(launcher, Ports.USUAL, List.of(entry));
    }
}
