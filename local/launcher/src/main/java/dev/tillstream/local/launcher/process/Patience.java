package dev.tillstream.local.launcher.process;

import java.time.Duration;

/**
 * How long a supervisor waits, and for what.
 *
 * @param healthy from the start of a process to its first sign of health
 * @param probe between two looks at its health
 * @param stop from asking a process to stop to killing it
 * @param restarts of one program, within a minute
 */
public record Patience(Duration healthy, Duration probe, Duration stop, int restarts) {

    /** Enough for a small machine that is busy with something else. */
    public static final Patience DEFAULT =
            new Patience(Duration.ofSeconds(90), Duration.ofMillis(200), Duration.ofSeconds(30), 5);
}
