package dev.tillstream.local.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
        List<Measurement> rows = new ArrayList<>();
        rows.add(measure(() -> EmbeddedAws.start("embedded AWS", root, List.of())));
        rows.add(
                measure(() ->
                        EmbeddedAws.start(
                                "embedded AWS --data",
                                root,
                                List.of("--data", data.resolve("aws").toString()))));
        if (List.of(arguments).contains("--without-localstack")) {
            System.err.println("Without LocalStack, as told");
        } else if (DockerClientFactory.instance().isDockerAvailable()) {
            rows.add(measure(() -> LocalStack.start(root)));
        } else {
            System.err.println("Without LocalStack: no container engine answers");
        }
        print(rows);
        System.exit(0);
    }

    private static Measurement measure(Callable<Candidate> start) throws Exception {
        long before = System.nanoTime();
        try (Candidate candidate = start.call()) {
            Duration time = Duration.ofNanos(System.nanoTime() - before);
            System.err.println(candidate.name() + " is ready after " + time.toMillis() + " ms");
            return Measurement.of(candidate, time);
        }
    }

    private static void print(List<Measurement> rows) {
        System.out.printf(
                "| | start | entries/s, four targets | p50 at %d/s | p99 at %d/s | RSS (events so far) |%n",
                Measurement.STEADY_RATE, Measurement.STEADY_RATE);
        System.out.println("|---|---|---|---|---|---|");
        for (Measurement row : rows) {
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
