package dev.tillstream.producer;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Prints a line now and then. */
final class ProgressLines implements Progress {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final PrintWriter out;
    private final LongSupplier nanos;
    private final long start;
    private long last;

    ProgressLines(PrintWriter out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        start = nanos.getAsLong();
        last = start;
    }

    @Override
    public void show(long settled, OptionalDouble done) {
        long now = nanos.getAsLong();
        if (now - last >= EVERY.toNanos()) {
            last = now;
            out.println("  " + line(settled, done, (now - start) / 1e9));
            out.flush();
        }
    }

    private static String line(long settled, OptionalDouble done, double seconds) {
        String line = String.format(Locale.ROOT, "%,d events, %,.0f/s", settled, settled / seconds);
        if (done.isEmpty() || done.getAsDouble() == 0) {
            return line;
        }
        double part = done.getAsDouble();
        return line
                + String.format(
                        Locale.ROOT,
                        ", %.0f %%, about %,.0f s left",
                        100 * part,
                        seconds * (1 - part) / part);
    }
}
