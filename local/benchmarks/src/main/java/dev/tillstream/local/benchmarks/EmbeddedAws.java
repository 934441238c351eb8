package dev.tillstream.local.benchmarks;

import dev.tillstream.access.dynamodb.KeyTable;
import dev.tillstream.access.key.KeyOffice;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The exec jar with the options that {@code ./run} starts it with, and less heap: nothing queues up
 * here.
 */
public record EmbeddedAws(String name, Process process, URI endpoint) implements Candidate {

    /**
     * Starts it on a free port.
     *
     * @param name what the table calls it
     * @param options beside those of {@code ./run}
     */
    public static EmbeddedAws start(String name, Path root, List<String> options)
            throws IOException {
        return start(name, root, "160m", options);
    }

    /**
     * The same with more heap, for those with whom something queues up.
     *
     * @param heap such as {@code 384m}
     */
    public static EmbeddedAws start(String name, Path root, String heap, List<String> options)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xshare:auto",
                                "-Xmx" + heap,
                                "-jar",
                                root.resolve("local/aws/target/local-aws-0.1.0-SNAPSHOT-exec.jar")
                                        .toString(),
                                "--port",
                                "0",
                                "--with-parent",
                                "--templates",
                                root.resolve("cloudformation/runtime").toString()));
        command.addAll(options);
        Process process =
                new ProcessBuilder(command)
                        .redirectError(
                                root.resolve("local/benchmarks/target/embedded-aws.log").toFile())
                        .start();
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (line == null || !line.startsWith("READY ")) {
            process.destroyForcibly();
            throw new IllegalStateException("The embedded AWS said " + line);
        }
        return new EmbeddedAws(name, process, URI.create(line.substring("READY ".length())));
    }

    /** A client of its own, which nobody needs to close: the process ends soon. */
    public <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("test", "test")))
                .build();
    }

    /** Makes keys in the table that services ask. */
    public KeyOffice keys() {
        return new KeyOffice(
                new KeyTable(client(DynamoDbClient.builder()), "tillstream-store-keys"),
                InstantSource.system(),
                new SecureRandom());
    }

    /** Time of all processors that it has used. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
