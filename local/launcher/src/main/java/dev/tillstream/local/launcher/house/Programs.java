package dev.tillstream.local.launcher.house;

import dev.tillstream.local.launcher.process.Program;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the embedded AWS and the services are started. */
final class Programs {

    static final String AWS = "local-aws";

    /** Starting quickly matters more here than the last bit of speed. */
    private static final List<String> JVM =
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    // As in the images: half alive is worse, and what may be started again is.
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Xshare:auto",
                    "--enable-native-access=ALL-UNNAMED");

    private final Installation installation;
    private final Ports ports;
    private final Path logs;

    Programs(Installation installation, Ports ports, Path logs) {
        this.installation = installation;
        this.ports = ports;
        this.logs = logs;
    }

    /** Its streams live in memory: it can't be started again without a loss. */
    Program aws() {
        List<String> command = jar(List.of("-Xmx384m"), "local/aws");
        command.addAll(
                List.of(
                        "--port",
                        String.valueOf(ports.aws()),
                        "--templates",
                        installation.templates().toString(),
                        // Nobody wants to wait a minute for the first object.
                        "--parameter",
                        "BufferIntervalSeconds=2"));
        return program(AWS, command, Map.of(), ports.awsHealth(), false);
    }

    Program of(Service service) {
        Map<String, String> environment =
                Map.of(
                        "AWS_ENDPOINT_URL", ports.awsAddress().toString(),
                        "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "test",
                        "AWS_SECRET_ACCESS_KEY", "test",
                        "SPRING_PROFILES_ACTIVE", "local",
                        "SERVER_PORT", String.valueOf(ports.of(service)),
                        "SERVER_ADDRESS", "127.0.0.1",
                        // Else each thread of the JVM that allocates has an arena of its own.
                        "MALLOC_ARENA_MAX", "2",
                        "MANAGEMENT_SERVER_PORT", String.valueOf(ports.managementOf(service)));
        return program(
                service.title(),
                jar(service.heap(), service.title()),
                environment,
                ports.healthOf(service),
                true);
    }

    private Program program(
            String name,
            List<String> command,
            Map<String, String> environment,
            URI health,
            boolean restartable) {
        return new Program(
                name, command, environment, logs.resolve(name + ".log"), health, restartable);
    }

    private List<String> jar(List<String> heap, String module) {
        List<String> command = new ArrayList<>(JVM);
        command.addAll(heap);
        command.addAll(List.of("-jar", installation.jarOf(module).toString()));
        return command;
    }
}
