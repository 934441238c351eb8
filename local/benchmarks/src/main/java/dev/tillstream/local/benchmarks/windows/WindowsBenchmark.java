package dev.tillstream.local.benchmarks.windows;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.tillstream.analytics.window.Arrival;
import dev.tillstream.local.benchmarks.windows.Day.Minute;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Measures one way from bytes, or events, to rows, in a JVM of its own; prints a row of a table.
 */
public final class WindowsBenchmark {

    private static final int WARM_UP = 3;
    private static final int PASSES = 3;

    private WindowsBenchmark() {}

    /**
     * Runs one.
     *
     * @param arguments {@code header}, or what to run ({@code bytes}, {@code events}, {@code
     *     flink}), how many events, of how many stores, and how many a second
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("header")) {
            System.out.println(
                    "| | stores | a second | events/s | events per CPU second | allocated an event |");
            System.out.println("|---|---|---|---|---|---|");
            return;
        }
        int count = Integer.parseInt(arguments[1]);
        int stores = Integer.parseInt(arguments[2]);
        Day day = Day.of(count, stores, Integer.parseInt(arguments[3]));
        Callable<Map<Minute, BigDecimal>> way = way(arguments[0], day);
        for (int i = 0; i < WARM_UP; i++) {
            day.check(way.call());
        }
        measure(arguments[0], day, stores, way);
        System.exit(0);
    }

    private static Callable<Map<Minute, BigDecimal>> way(String name, Day day) {
        return switch (name) {
            case "bytes" -> () -> new Windows().runBytes(day);
            case "events" -> {
                List<List<Arrival>> calls = new Windows().decode(day);
                yield () -> new Windows().runEvents(calls);
            }
            case "flink" -> () -> FlinkWindows.run(day.events());
            default -> throw new IllegalArgumentException("bytes, events or flink: " + name);
        };
    }

    private static void measure(
            String name, Day day, int stores, Callable<Map<Minute, BigDecimal>> way)
            throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long cpu = 0;
        long allocated = 0;
        long nanos = 0;
        for (int i = 0; i < PASSES; i++) {
            cpu -= system.getProcessCpuTime();
            allocated -= threads.getTotalThreadAllocatedBytes();
            nanos -= System.nanoTime();
            Map<Minute, BigDecimal> rows = way.call();
            nanos += System.nanoTime();
            allocated += threads.getTotalThreadAllocatedBytes();
            cpu += system.getProcessCpuTime();
            day.check(rows);
        }
        double events = (double) PASSES * day.events().size();
        System.out.printf(
                "| %s | %,d | %,d | %,.0f | %,.0f | %,.0f |%n",
                name,
                stores,
                day.perSecond(),
                events * 1e9 / nanos,
                events * 1e9 / cpu,
                allocated / events);
    }
}
