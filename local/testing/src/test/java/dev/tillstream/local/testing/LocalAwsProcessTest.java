package dev.tillstream.local.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalAwsProcessTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String WAIT = "Thread.currentThread().join();";

    @TempDir private Path folder;

    @Test
    void readsTheEndpointFromTheReadyLineAndStopsTheProcess() throws IOException {
        var aws =
                LocalAwsProcess.start(
                        child(say("starting") + say("READY http://127.0.0.1:4567") + WAIT));
        try (aws) {
            assertThat(aws.endpoint()).isEqualTo(URI.create("http://127.0.0.1:4567"));
            assertThat(aws.isAlive()).isTrue();
        }
        assertThat(aws.isAlive()).isFalse();
    }

    @Test
    void showsTheOutputOfAProcessThatEndsBeforeItIsReady() {
        assertThatThrownBy(() -> LocalAwsProcess.start(child(say("port 4566 is taken"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended before it was READY")
                .hasMessageContaining("port 4566 is taken");
    }

    @Test
    void doesNotWaitForeverAndLeavesNoProcessBehind() throws IOException {
        var command = child(say("still starting") + WAIT);
        assertThatThrownBy(() -> LocalAwsProcess.start(command, Duration.ofSeconds(5)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not READY within PT5S")
                .hasMessageContaining("still starting");
        assertThat(ProcessHandle.current().children())
                .noneMatch(
                        child -> child.info().commandLine().orElse("").contains(folder.toString()));
    }

    @Test
    void namesACommandThatCannotBeStarted() {
        assertThatThrownBy(() -> LocalAwsProcess.start(List.of("/no/such/java")))
                .hasMessageContaining("/no/such/java");
    }

    private static String say(String line) {
        return "System.out.println(\"%s\");".formatted(line);
    }

    private List<String> child(String body) throws IOException {
        var source = folder.resolve("Child.java");
        Files.writeString(
                source,
                "class Child { public static void main(String[] a) throws Exception { %s } }"
                        .formatted(body));
        return List.of(JAVA, "-XX:TieredStopAtLevel=1", source.toString());
    }
}
