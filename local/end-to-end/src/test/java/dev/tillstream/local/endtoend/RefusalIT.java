package dev.tillstream.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can't work is refused in one line, before anything is started. */
class RefusalIT {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Path SAMPLE = Run.ROOT.resolve("samples/online-retail-2010-12-01.csv");

    @TempDir private Path folder;

    @Test
    void namesWhoHasThePort() throws IOException, InterruptedException {
        int port = FreePorts.base();
        try (ServerSocket taken = new ServerSocket(port + 2, 1, InetAddress.getLoopbackAddress());
                Run demo = demo(port, SAMPLE)) {
            assertThat(taken.isBound()).isTrue();
            assertThat(demo.awaitExit(BOUND)).isEqualTo(1);
            assertThat(demo.lines())
                    .last()
                    .asString()
                    .startsWith(
                            "Port %d, which warehouse-service needs, is taken by "
                                    .formatted(port + 2))
                    .endsWith("--port N");
        }
        assertThat(FreePorts.ofHouse(port)).allMatch(FreePorts::isFree);
    }

    @Test
    void namesAFileThatIsNotThere() throws IOException, InterruptedException {
        Path none = folder.resolve("none.csv");
        try (Run demo = demo(FreePorts.base(), none)) {
            assertThat(demo.awaitExit(BOUND)).isEqualTo(1);
            assertThat(demo.lines()).containsExactly(none + ": there is no such file");
        }
    }

    @Test
    void namesTheBadLineAndItsColumn() throws IOException, InterruptedException {
        Path bad = folder.resolve("bad.csv");
        String day = Files.readString(SAMPLE);
        Files.writeString(bad, day.replaceFirst("\n536365,71053,[^\n]*", "\n1,2,3,x,5,6,7,8"));
        try (Run demo = demo(FreePorts.base(), bad)) {
            assertThat(demo.awaitExit(BOUND)).isEqualTo(1);
            assertThat(demo.lines())
                    .containsExactly(
                            bad
                                    + ", line 3: column 4 (Quantity) must be a whole number, is"
                                    + " \"x\"");
        }
    }

    private Run demo(int port, Path file) throws IOException {
        return Run.start(
                "demo",
                "--port",
                String.valueOf(port),
                "--state",
                folder.resolve("state").toString(),
                "--file",
                file.toString());
    }
}
