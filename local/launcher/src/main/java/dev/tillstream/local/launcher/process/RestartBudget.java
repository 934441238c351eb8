package dev.tillstream.local.launcher.process;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** Allows so many restarts within any span of time, so that what keeps dying is given up. */
final class RestartBudget {

    private final int restarts;
    private final Duration span;
    private final InstantSource clock;
    private final Deque<Instant> spent = new ArrayDeque<>();

    RestartBudget(int restarts, Duration span, InstantSource clock) {
        this.restarts = restarts;
        this.span = span;
        this.clock = clock;
    }

    /** Whether one more is allowed; if so, it is spent. */
    boolean spend() {
        Instant now = clock.instant();
        while (!spent.isEmpty() && !spent.getFirst().isAfter(now.minus(span))) {
            spent.removeFirst();
        }
        if (spent.size() >= restarts) {
            return false;
        }
        spent.addLast(now);
        return true;
    }
}
