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
                case "catch-up" -> new CatchUp(bench, number(arguments, 1, 500_000)).run();
                case "steady" ->
                        new Steady(
                                        bench,
                                        number(arguments, 1, 1_000),
                                        Duration.ofSeconds(number(arguments, 2, 300)))
                                .run();
                default -> throw new IllegalArgumentException("catch-up or steady: " + what);
            }
        }
        System.exit(0);
    }

    private static int number(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }
}
