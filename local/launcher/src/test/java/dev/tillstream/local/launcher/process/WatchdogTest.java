package dev.tillstream.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to children whose launcher is killed with no chance to stop them. */
class WatchdogTest {

    @TempDir private Path folder;

    @Test
    void stopsTheChildrenOfAKilledLauncher() throws IOException {
        int port = ProcessFixture.freePort();
        Process launcher =
                new ProcessBuilder(ProcessFixture.java(Launcher.class, port, folder.toString()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        long child;
        try (BufferedReader lines = launcher.inputReader()) {
            child = Long.parseLong(lines.readLine());
            assertThat(lines.readLine()).isEqualTo("healthy");
        }
        assertThat(Port.isFree(port)).isFalse();

        launcher.destroyForcibly();

        await().atMost(Duration.ofSeconds(20)).until(() -> Port.isFree(port));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    }

    /** Starts one service, prints its process id and waits to be killed. */
    static final class Launcher {

        private Launcher() {}

        public static void main(String[] arguments) throws InterruptedException {
            int port = Integer.parseInt(arguments[0]);
            Program service = ProcessFixture.fake(Path.of(arguments[1]), "till", port);
            try (Supervisor supervisor =
                    new Supervisor(
                            Patience.DEFAULT,
                            line -> {},
                            pids -> pids.values().forEach(Launcher::tell))) {
                supervisor.start(List.of(service));
                System.out.println("healthy");
                new CountDownLatch(1).await();
            }
        }

        private static void tell(Long pid) {
            System.out.println(pid);
        }
    }
}
