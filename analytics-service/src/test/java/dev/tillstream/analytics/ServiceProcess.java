package dev.tillstream.analytics;

import static org.awaitility.Awaitility.await;

import dev.tillstream.local.testing.LocalAwsExtension;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged service in its own process, so that it can be killed. */
final class ServiceProcess {

    private static final Pattern VALUE = Pattern.compile("\"value\":([0-9.]+)");

    private final Process process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when it is ready. */
    static ServiceProcess start() {
        return start(Map.of());
    }

    /**
     * Returns when it is ready.
     *
     * @param settings environment variables beside those of a desk
     */
    static ServiceProcess start(Map<String, String> settings) {
        int port = freePort();
        try {
            var builder =
                    new ProcessBuilder(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx256m",
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-jar",
                                    jar().toString()));
            builder.environment().put("AWS_ENDPOINT_URL", LocalAwsExtension.endpoint().toString());
            builder.environment().put("AWS_REGION", "us-east-1");
            builder.environment().put("AWS_ACCESS_KEY_ID", "test");
            builder.environment().put("AWS_SECRET_ACCESS_KEY", "test");
            builder.environment().put("SPRING_PROFILES_ACTIVE", "local");
            builder.environment().put("SERVER_PORT", "0");
            builder.environment().put("MANAGEMENT_SERVER_PORT", Integer.toString(port));
            builder.environment().putAll(settings);
            var log = new File("target/analytics-service-" + port + ".log");
            var process = builder.redirectErrorStream(true).redirectOutput(log).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            var service = new ServiceProcess(process, port);
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(50))
                    .until(service::isReady);
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As kill -9 does. */
    void kill() {
        process.destroyForcibly();
        waitFor();
    }

    /** As kill -STOP does: a long pause of its machine. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    int recordsRead() {
        return count("records");
    }

    /** Of all views and shards together. */
    int count(String metric) {
        return get("/actuator/metrics/tillstream.analytics." + metric)
                .map(VALUE::matcher)
                .filter(Matcher::find)
                .map(value -> (int) Double.parseDouble(value.group(1)))
                .orElse(0);
    }

    /** As kill -15 does. */
    void stop() {
        process.destroy();
        waitFor();
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the service ended with " + process.exitValue());
        }
        return get("/actuator/health/readiness").isPresent();
    }

    private java.util.Optional<String> get(String path) {
        var uri = URI.create("http://127.0.0.1:" + port + path);
        try {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofString());
            return java.util.Optional.of(answer.body()).filter(body -> answer.statusCode() == 200);
        } catch (IOException e) {
            return java.util.Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
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
            throw new IllegalStateException(e);
        }
    }

    private void waitFor() {
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the service did not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path jar() throws IOException {
        try (var jars =
                Files.newDirectoryStream(Path.of("target"), "analytics-service-*-exec.jar")) {
            return jars.iterator().next();
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
