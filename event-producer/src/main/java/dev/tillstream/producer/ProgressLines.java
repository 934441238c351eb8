package dev.tillstream.producer;

import java.io.PrintWriter;
import java.util.OptionalLong;

/** Prints a line each time another tenth is done, or another thousand where the end is unknown. */
final class ProgressLines implements Progress {

    private static final long UNKNOWN_STEP = 1_000;

    private final PrintWriter out;
    private final String of;
    private final long step;
    private long next;

    ProgressLines(PrintWriter out, OptionalLong size) {
        this.out = out;
        of = size.isPresent() ? " of " + size.getAsLong() : "";
        step = size.isPresent() ? Math.max(1, size.getAsLong() / 10) : UNKNOWN_STEP;
        next = step;
    }

    @Override
    public void show(long settled) {
        if (settled >= next) {
            out.println("  " + settled + of + " events");
            out.flush();
            next = settled - settled % step + step;
        }
    }
}
