package dev.tillstream.local.benchmarks.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service in a process of its own, and what the system counts of it. */
record ServiceProcess(String name, Process process, int port) implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);
    private static final double TICKS_PER_SECOND = 100;
    private static final int UTIME = 13;

    /** Starts it and waits until it answers. */
    static ServiceProcess start(String name, Path log, URI bus, URI keys, List<String> options)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(options);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "AWS_ENDPOINT_URL", keys.toString(),
                                "AWS_ENDPOINT_URL_EVENTBRIDGE", bus.toString(),
                                "AWS_REGION", "us-east-1",
                                "AWS_ACCESS_KEY_ID", "test",
                                "AWS_SECRET_ACCESS_KEY", "test",
                                "SERVER_ADDRESS", "127.0.0.1",
                                "SERVER_PORT", String.valueOf(port),
                                "MANAGEMENT_SERVER_PORT", "0"));
        ServiceProcess service = new ServiceProcess(name, builder.start(), port);
        service.awaitPort();
        return service;
    }

    /** Processor seconds used so far, user and system. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        // The name, in parentheses, may have spaces: count from behind it, at field 3.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        int utime = UTIME - 2;
        return (Long.parseLong(fields[utime]) + Long.parseLong(fields[utime + 1]))
                / TICKS_PER_SECOND;
    }

    long residentMegabytes() throws IOException {
        return status("VmRSS:");
    }

    long peakMegabytes() throws IOException {
        return status("VmHWM:");
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }

    private long status(String field) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                        .filter(line -> line.startsWith(field))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024;
    }

    private void awaitPort() throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        close();
        throw new IllegalStateException(name + " does not answer");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
