package dev.tillstream.local.benchmarks.windows;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.tillstream.analytics.window.Arrival;
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
     *     flink}), how many events, of how many stores
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("header")) {
            System.out.println(
                    "| | stores | events/s | events per CPU second | bytes allocated an event |");
            System.out.println("|---|---|---|---|---|");
            return;
        }
        int count = Integer.parseInt(arguments[1]);
        int stores = Integer.parseInt(arguments[2]);
        Day day = Day.of(count, stores);
        Callable<Map<String, BigDecimal>> way = way(arguments[0], day);
        for (int i = 0; i < WARM_UP; i++) {
            day.check(way.call());
        }
        measure(arguments[0], day, stores, way);
        System.exit(0);
    }

    private static Callable<Map<String, BigDecimal>> way(String name, Day day) {
        return switch (name) {
            case "bytes" -> () -> new Windows().runBytes(day.events());
            case "events" -> {
                List<List<Arrival>> calls = new Windows().decode(day.events());
                yield () -> new Windows().runEvents(calls);
            }
            case "flink" -> () -> FlinkWindows.run(day.events());
            default -> throw new IllegalArgumentException("bytes, events or flink: " + name);
        };
    }

    private static void measure(
            String name, Day day, int stores, Callable<Map<String, BigDecimal>> way)
            throws Exception {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long cpu = system.getProcessCpuTime();
        long allocated = threads.getTotalThreadAllocatedBytes();
        long began = System.nanoTime();
        for (int i = 0; i < PASSES; i++) {
            day.check(way.call());
        }
        double events = (double) PASSES * day.events().size();
        System.out.printf(
                "| %s | %d | %,.0f | %,.0f | %,.0f |%n",
                name,
                stores,
                events * 1e9 / (System.nanoTime() - began),
                events * 1e9 / (system.getProcessCpuTime() - cpu),
                (threads.getTotalThreadAllocatedBytes() - allocated) / events);
    }
}
