package dev.tillstream.local.testing.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service's exec jar in a process of its own, with the options that {@code ./run} gives it. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(40);

    private final Process process;
    private final int port;
    private final Management management;

    private ServiceProcess(Process process, int port, Management management) {
        this.process = process;
        this.port = port;
        this.management = management;
    }

    /**
     * Returns when it is ready. It never outlives this JVM.
     *
     * @param root of the checkout, where the module was packaged
     * @param module such as {@code dispatch-service}; its output goes to a log in {@code target}
     * @param aws where AWS listens
     * @param variables more of its environment
     */
    public static ServiceProcess start(
            Path root, String module, URI aws, Map<String, String> variables) {
        return start(root, module, aws, List.of("-Xmx96m"), variables);
    }

    /**
     * The same with another heap.
     *
     * @param heap options of its JVM
     */
    public static ServiceProcess start(
            Path root, String module, URI aws, List<String> heap, Map<String, String> variables) {
        int port = freePort();
        int managementPort = freePort();
        try {
            ProcessBuilder builder = new ProcessBuilder(command(jar(root, module), heap));
            Map<String, String> environment = builder.environment();
            environment.put("AWS_ENDPOINT_URL", aws.toString());
            environment.put("AWS_REGION", "us-east-1");
            environment.put("AWS_ACCESS_KEY_ID", "test");
            environment.put("AWS_SECRET_ACCESS_KEY", "test");
            environment.put("SPRING_PROFILES_ACTIVE", "local");
            environment.put("MALLOC_ARENA_MAX", "2");
            environment.put("SERVER_PORT", Integer.toString(port));
            environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
            environment.putAll(variables);
            Path log = Path.of("target", module + "-" + managementPort + ".log");
            Files.createDirectories(log.toAbsolutePath().getParent());
            Process process =
                    builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            var service = new ServiceProcess(process, port, new Management(managementPort));
            service.awaitReady(log);
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start " + module, e);
        }
    }

    private static List<String> command(Path jar, List<String> heap) {
        List<String> command = new ArrayList<>();
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xshare:auto",
                        "--enable-native-access=ALL-UNNAMED"));
        command.addAll(heap);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static Path jar(Path root, String module) throws IOException {
        try (var jars =
                Files.newDirectoryStream(
                        root.resolve(module).resolve("target"), module + "-*-exec.jar")) {
            return jars.iterator().next();
        }
    }

    /** Where its API listens. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** As kill -9 does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /**
     * As kill -15 does.
     *
     * @throws IllegalStateException if it does not end in time
     */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** As kill -STOP does: a long pause of its machine. */
    public void pause() {
        signal("STOP");
    }

    /** As kill -CONT does. */
    public void resume() {
        signal("CONT");
    }

    @Override
    public void close() {
        kill();
    }

    /** One of its counters or gauges, summed over what its tags don't say; 0 without one. */
    public double metric(String name, String... tags) {
        return management.metric(name, tags);
    }

    /** Megabytes of memory that it holds now. */
    public long residentMegabytes() {
        return status("VmRSS:") / 1024;
    }

    /** Time of all processors that it has used. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private long status(String field) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(Path log) {
        long end = System.nanoTime() + START.toNanos();
        while (!management.isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("The service is not ready; see " + log);
            }
            sleep();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a service starts", e);
        }
    }

    private void signal(String name) {
        try {
            int status =
                    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                            .start()
                            .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signalling a service", e);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The service did not end within " + STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
