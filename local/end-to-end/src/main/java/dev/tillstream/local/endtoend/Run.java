package dev.tillstream.local.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A launcher in a process of its own, as {@code ./run} starts it. */
final class Run implements AutoCloseable {

    static final Path ROOT = Path.of(System.getProperty("tillstream.root", "../.."));

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private Run(Process process) {
        this.process = process;
        reader = Thread.ofVirtual().start(this::read);
    }

    static Run start(String... arguments) throws IOException {
        return new Run(
                new ProcessBuilder(command("local/launcher", arguments))
                        .redirectErrorStream(true)
                        .start());
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    boolean says(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, as a terminal or a supervisor does. */
    void terminate() {
        // Not the process itself: that would close its output before the last line was read.
        process.toHandle().destroy();
    }

    int awaitExit(Duration bound) throws InterruptedException {
        if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(
                    "still running after " + bound + ":\n" + String.join("\n", lines));
        }
        reader.join();
        return process.exitValue();
    }

    /** Leaves nothing behind, whatever the test found. */
    @Override
    public void close() {
        terminate();
        process.onExit()
                .completeOnTimeout(process, 60, TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly)
                .join();
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            output.lines().forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code ./run} starts a module's program with. */
    static List<String> command(String module, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m",
                                "-Dtillstream.root=" + ROOT.toAbsolutePath(),
                                "-jar",
                                jar(module).toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The program of a module, as it was built. */
    private static Path jar(String module) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(module).resolve("target"))) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
