package dev.tillstream.local.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PortOwnerTest {

    @TempDir private Path proc;

    @Test
    void readsTheKernelsTables() throws IOException {
        Files.createDirectories(proc.resolve("net"));
        Files.writeString(
                proc.resolve("net/tcp"),
                """
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                   0: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 111 1
                   1: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 222 1
                """);
        Path fds = Files.createDirectories(proc.resolve("4711/fd"));
        Files.createSymbolicLink(fds.resolve("5"), Path.of("socket:[222]"));
        Files.writeString(proc.resolve("4711/cmdline"), "java\0-jar\0shop.jar\0");
        Files.createDirectories(proc.resolve("4712/fd"));

        assertThat(new PortOwner(proc).of(8080)).hasValue("process 4711 (java -jar shop.jar)");
        assertThat(new PortOwner(proc).of(8081)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void findsThisProcess() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new PortOwner().of(socket.getLocalPort()))
                    .hasValueSatisfying(owner ->
                            assertThat(owner).contains("process " + ProcessHandle.current().pid()));
            assertThat(Port.isFree(socket.getLocalPort())).isFalse();
        }
    }

    @Test
    void saysNothingWhereThereIsNoSuchTable() {
        assertThat(new PortOwner(proc).of(8080)).isEmpty();
    }
}
