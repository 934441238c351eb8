package dev.tillstream.local.launcher.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs for tests. */
final class ProcessFixture {

    private ProcessFixture() {}

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static Program fake(Path folder, String name, int port, String... manners) {
        return new Program(
                name,
                java(FakeService.class, port, manners),
                Map.of(),
                folder.resolve(name + ".log"),
                URI.create("http://127.0.0.1:" + port + "/health"),
                true);
    }

    static List<String> java(Class<?> main, int port, String... manners) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx32m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main.getName(),
                                String.valueOf(port)));
        command.addAll(List.of(manners));
        return command;
    }
}
