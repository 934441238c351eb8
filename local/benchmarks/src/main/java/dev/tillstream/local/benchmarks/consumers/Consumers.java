package dev.tillstream.local.benchmarks.consumers;

import dev.tillstream.local.benchmarks.EmbeddedAws;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code load}, {@code drain}, {@code kill} or {@code outage}, and how many events. */
public final class Consumers {

    private Consumers() {}

    /** Ends with 1 when something was not exact. */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(System.getProperty("tillstream.root"));
        String what = arguments.length > 0 ? arguments[0] : "load";
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : defaultCount(what);
        try (EmbeddedAws aws = EmbeddedAws.start("embedded", root, "384m", List.of())) {
            boolean exact = run(Bench.at(root, aws), what, count);
            System.exit(exact ? 0 : 1);
        }
    }

    private static boolean run(Bench bench, String what, int count) throws InterruptedException {
        switch (what) {
            case "load" -> new Visible(bench, count, Duration.ofMinutes(1)).run();
            case "drain" -> {
                Drain.header();
                Drain.ofDispatch(bench, count).run();
                Drain.ofWarehouse(bench, count).run();
            }
            case "kill" -> {
                return new KillLoop(bench, count).run();
            }
            case "outage" -> {
                return new Outage(bench, Duration.ofMinutes(1), count).run();
            }
            default -> throw new IllegalArgumentException("load, drain, kill or outage: " + what);
        }
        return true;
    }

    private static int defaultCount(String what) {
        return switch (what) {
            case "load" -> 100;
            case "drain" -> 50_000;
            case "kill" -> 20_000;
            default -> 3_000;
        };
    }
}
