package dev.tillstream.local.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** No shutdown hook runs in a JVM that is killed; its AWS must end all the same. */
final class KilledTestRunIT {
    @Test
    void leavesNoAwsBehind() throws Exception {
        var run =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Dtillstream.root=" + System.getProperty("tillstream.root"),
                                TestRun.class.getName())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        ProcessHandle aws;
        try (var output = run.inputReader()) {
            aws = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
            assertThat(aws.isAlive()).isTrue();
        } finally {
            run.destroyForcibly().waitFor(10, SECONDS);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> !aws.isAlive());
    }

    /** Starts an AWS as a test would, prints its process id and waits to be killed. */
    static final class TestRun {
        private TestRun() {}

        public static void main(String[] arguments) throws InterruptedException {
            var aws = (LocalAwsProcess) LocalAwsExtension.start("embedded");
            System.out.println(aws.pid());
            Thread.currentThread().join();
        }
    }
}
