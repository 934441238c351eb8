package dev.tillstream.local.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a {@link Program}. */
final class Child {

    /**
     * A terminal sends Ctrl-C to all processes; only the launcher may act on it, for it stops the
     * others in their order. A Java process leaves alone what it was started to ignore.
     */
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private static final int SIGNAL_BASE = 128;

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /** Starts the program; its log goes on where the last run's ended. */
    static Child start(Program program) {
        List<String> command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        command.addAll(program.command());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(program.environment());
        builder.redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(Redirect.appendTo(program.log().toFile()));
        try {
            Files.createDirectories(program.log().toAbsolutePath().getParent());
            return new Child(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + program.name(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end and tells it in words. */
    String awaitEnd() throws InterruptedException {
        int code = process.waitFor();
        return code > SIGNAL_BASE
                ? "was killed (signal " + (code - SIGNAL_BASE) + ")"
                : "ended with code " + code;
    }

    /** Waits for its end, for so long. */
    boolean endsWithin(Duration bound) throws InterruptedException {
        return process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS);
    }

    void askToStop() {
        process.destroy();
    }

    void kill() {
        process.destroyForcibly();
    }

    /**
     * Waits for its end and kills it when the time is over.
     *
     * @param deadline in the terms of {@link System#nanoTime}
     */
    void endBy(long deadline) {
        try {
            if (!process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
