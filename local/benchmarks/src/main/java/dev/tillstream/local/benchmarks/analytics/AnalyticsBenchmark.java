package dev.tillstream.local.benchmarks.analytics;

import dev.tillstream.local.benchmarks.EmbeddedAws;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code catch-up} and how many records, or {@code steady} and how many a second. */
public final class AnalyticsBenchmark {

    private AnalyticsBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(System.getProperty("tillstream.root"));
        String what = arguments.length > 0 ? arguments[0] : "catch-up";
        try (EmbeddedAws aws =
                EmbeddedAws.start("embedded", root, "768m", List.of("--kinesis-mb", "500"))) {
            Bench bench = new Bench(root, aws);
            switch (what) {
                case "catch-up" -> new CatchUp(bench, count(arguments, 500_000)).run();
                case "steady" ->
                        new Steady(bench, count(arguments, 1_000), Duration.ofMinutes(5)).run();
                default -> throw new IllegalArgumentException("catch-up or steady: " + what);
            }
        }
        System.exit(0);
    }

    private static int count(String[] arguments, int otherwise) {
        return arguments.length > 1 ? Integer.parseInt(arguments[1]) : otherwise;
    }
}
