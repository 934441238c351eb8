package dev.tillstream.local.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.testcontainers.DockerClientFactory;

/** Prints one table: the embedded AWS, the same on disk, and LocalStack where Docker answers. */
final class SideBySide {

    private SideBySide() {}

    /** Argument: {@code --without-localstack}, or none. */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(System.getProperty("tillstream.root", ".")).toAbsolutePath();
        Path data = Files.createTempDirectory("tillstream-benchmark-");
        System.out.printf(
                "| | start | entries/s, four targets | p50 at %d/s | p99 at %d/s | RSS (events so far) |%n",
                Measurement.STEADY_RATE, Measurement.STEADY_RATE);
        System.out.println("|---|---|---|---|---|---|");
        row(() -> EmbeddedAws.start("embedded AWS", root, List.of()));
        row(() ->
                EmbeddedAws.start(
                        "embedded AWS --data",
                        root,
                        List.of("--data", data.resolve("aws").toString())));
        if (List.of(arguments).contains("--without-localstack")) {
            System.err.println("Without LocalStack, as told");
        } else if (DockerClientFactory.instance().isDockerAvailable()) {
            row(() -> LocalStack.start(root));
        } else {
            System.err.println("Without LocalStack: no container engine answers");
        }
        System.exit(0);
    }

    /** Prints each as soon as it is known: who waits sees how far it is. */
    private static void row(Callable<Candidate> start) throws Exception {
        long before = System.nanoTime();
        try (Candidate candidate = start.call()) {
            Duration time = Duration.ofNanos(System.nanoTime() - before);
            Measurement row = Measurement.of(candidate, time);
            System.out.printf(
                    "| %s | %.1f s | %.0f | %s | %s | %d MB (%d) |%n",
                    row.name(),
                    row.start().toMillis() / 1e3,
                    row.entriesPerSecond(),
                    millis(row.p50Millis()),
                    millis(row.p99Millis()),
                    row.residentMegabytes(),
                    row.events());
        }
    }

    private static String millis(double millis) {
        return Double.isInfinite(millis)
                ? "> %d s".formatted(Measurement.PATIENCE.toSeconds())
                : "%.1f ms".formatted(millis);
    }
}
