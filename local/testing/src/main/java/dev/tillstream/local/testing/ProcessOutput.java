package dev.tillstream.local.testing;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a child process prints: all of it in a log file, the last lines at hand for a failure. */
final class ProcessOutput implements AutoCloseable {
    private static final int KEPT = 500;

    private final Deque<String> lines = new ArrayDeque<>();
    private final PrintWriter log;

    private ProcessOutput(Writer log) {
        this.log = new PrintWriter(log, true);
    }

    static ProcessOutput loggedTo(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new ProcessOutput(Files.newBufferedWriter(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + file.toAbsolutePath(), e);
        }
    }

    synchronized void add(String line) {
        log.println(line);
        if (lines.size() == KEPT) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    synchronized String lastLines() {
        return String.join(System.lineSeparator(), lines);
    }

    @Override
    public synchronized void close() {
        log.close();
    }
}
