package dev.tillstream.local.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A child process that says {@code READY <uri>} once it serves, and that never outlives this JVM.
 */
final class LocalAwsProcess implements RunningAws {
    private static final String READY = "READY ";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Process process;
    private final URI endpoint;

    private LocalAwsProcess(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static LocalAwsProcess start(List<String> command) {
        return start(command, START);
    }

    static LocalAwsProcess start(List<String> command, Duration bound) {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + String.join(" ", command), e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "stop-local-aws"));
        var output = ProcessOutput.loggedTo(Path.of("target", "local-aws.log"));
        try {
            return new LocalAwsProcess(process, awaitReady(process, output, bound));
        } catch (RuntimeException e) {
            stop(process);
            throw new IllegalStateException(
                    "%s: %s%nIts output:%n%s"
                            .formatted(
                                    String.join(" ", command), e.getMessage(), output.lastLines()),
                    e);
        }
    }

    private static URI awaitReady(Process process, ProcessOutput output, Duration bound) {
        var ready = new CompletableFuture<URI>();
        Thread.ofVirtual().name("local-aws-output").start(() -> read(process, output, ready));
        try {
            return ready.get(bound.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("not READY within " + bound, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("ended before it was READY", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before it was READY", e);
        }
    }

    /** Reads to the end, also after READY: a child whose output nobody reads comes to a halt. */
    private static void read(Process process, ProcessOutput output, CompletableFuture<URI> ready) {
        try (output;
                var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.startsWith(READY)) {
                    ready.complete(URI.create(line.substring(READY.length()).strip()));
                }
            }
            ready.completeExceptionally(new IllegalStateException("end of output"));
        } catch (IOException | IllegalArgumentException e) {
            ready.completeExceptionally(e);
        }
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        stop(process);
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
