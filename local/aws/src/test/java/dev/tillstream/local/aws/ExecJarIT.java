package dev.tillstream.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The jar as it is started in earnest: {@code java -jar}, in its own process. */
@Timeout(120)
class ExecJarIT {

    private static final Path JAR =
            Path.of(System.getProperty("tillstream.root"), "local/aws/target")
                    .resolve("local-aws-0.1.0-SNAPSHOT-exec.jar");

    @TempDir private Path temp;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stopAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void startsOnAFreePortServesAndLeavesNothingBehind() throws Exception {
        Process process = start("--port", "0");
        URI endpoint = readyLine(process);

        try (var s3 = Clients.of(S3Client.builder(), endpoint);
                var sqs = Clients.of(SqsClient.builder(), endpoint);
                var dynamo = Clients.of(DynamoDbClient.builder(), endpoint)) {
            s3.createBucket(b -> b.bucket("data"));
            assertThat(sqs.createQueue(b -> b.queueName("q")).queueUrl())
                    .isEqualTo(endpoint + "/000000000000/q");
            // The first table needs sqlite's native library.
            assertThat(dynamo.listTables().tableNames()).isEmpty();
        }
        assertThat(files(temp)).isNotEmpty();

        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(files(temp)).noneMatch(file -> file.getFileName().toString().contains("s3"));
    }

    @Test
    void saysWhoHasThePortAndWhatToDo() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = start("--port", Integer.toString(taken.getLocalPort()));

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isNotZero();
            String error = Files.readString(temp.resolve("stderr"));
            assertThat(error.lines().filter(line -> !line.startsWith("WARNING:")))
                    .singleElement()
                    .asString()
                    .contains("Port " + taken.getLocalPort(), "--port");
            if (Files.isDirectory(Path.of("/proc/self/fd"))) {
                assertThat(error).contains("java (pid " + ProcessHandle.current().pid() + ")");
            }
        }
    }

    @Test
    void rejectsAnOptionItDoesNotKnow() throws Exception {
        Process process = start("--prot", "0");

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertThat(Files.readString(temp.resolve("stderr"))).contains("--prot");
    }

    private Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-Djava.io.tmpdir=" + temp,
                                "-jar",
                                JAR.toString()));
        command.addAll(List.of(arguments));
        Process process =
                new ProcessBuilder(command).redirectError(temp.resolve("stderr").toFile()).start();
        started.add(process);
        return process;
    }

    private static URI readyLine(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        assertThat(line).startsWith("READY http://127.0.0.1:");
        return URI.create(line.substring("READY ".length()));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
