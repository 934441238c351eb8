package dev.tillstream.local.aws.crash;

import dev.tillstream.local.aws.Clients;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;

/** An embedded AWS in a process of its own, on a folder that outlives it. */
final class AwsProcess implements AutoCloseable {

    private static final Path ROOT = Path.of(System.getProperty("tillstream.root", "."));
    private static final Path JAR =
            ROOT.resolve("local/aws/target/local-aws-0.1.0-SNAPSHOT-exec.jar");

    private final Process process;
    private final URI endpoint;

    private AwsProcess(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Starts one with the committed templates; it says READY within a minute. */
    static AwsProcess start(Path folder) throws IOException {
        Process process = launch(folder);
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (line == null || !line.startsWith("READY ")) {
            throw new IllegalStateException(
                    "Not READY: " + line + "\n" + Files.readString(errors(folder)));
        }
        return new AwsProcess(process, URI.create(line.substring("READY ".length())));
    }

    static Process launch(Path folder) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-Xmx512m",
                                "-jar",
                                JAR.toString(),
                                "--port",
                                "0",
                                "--kinesis-mb",
                                "200",
                                "--with-parent",
                                "--templates",
                                ROOT.resolve("cloudformation/runtime").toString(),
                                "--parameter",
                                "BufferIntervalSeconds=1",
                                "--data",
                                folder.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors(folder).toFile()))
                .start();
    }

    static Path errors(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".log");
    }

    <C> C client(AwsClientBuilder<?, C> builder) {
        // A lost answer must be counted as one, not sent again behind the ledger's back.
        builder.overrideConfiguration(c ->
                c.retryStrategy(RetryMode.STANDARD)
                        .retryStrategy(strategy -> strategy.maxAttempts(1))
                        .apiCallTimeout(Duration.ofSeconds(20)));
        return Clients.of(builder, endpoint);
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
    }
}
