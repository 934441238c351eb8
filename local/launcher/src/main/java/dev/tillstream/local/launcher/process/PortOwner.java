package dev.tillstream.local.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the process that listens on a port, where the operating system shows it as files. */
public final class PortOwner {

    /** TCP_LISTEN of the kernel. */
    private static final String LISTENING = "0A";

    private static final int LONGEST_COMMAND = 120;

    private final Path proc;

    /** Reads {@code /proc}. */
    public PortOwner() {
        this(Path.of("/proc"));
    }

    PortOwner(Path proc) {
        this.proc = proc;
    }

    /** For example {@code process 4711 (java -jar shop.jar)}; empty when it can't be found out. */
    public Optional<String> of(int port) {
        Set<String> sockets =
                Stream.of("net/tcp", "net/tcp6")
                        .flatMap(table -> lines(proc.resolve(table)))
                        .flatMap(line -> inode(line, port).stream())
                        .map(inode -> "socket:[" + inode + "]")
                        .collect(Collectors.toSet());
        return sockets.isEmpty()
                ? Optional.empty()
                : list(proc).stream()
                        .filter(folder -> folder.getFileName().toString().matches("\\d+"))
                        .filter(process -> holds(process, sockets))
                        .findFirst()
                        .map(process -> "process " + process.getFileName() + command(process));
    }

    /** A line holds: number, local address:port (hex), remote, state (hex), .., inode as tenth. */
    private static Optional<String> inode(String line, int port) {
        String[] fields = line.strip().split("\\s+", -1);
        String localPort = ":%04X".formatted(port);
        return fields.length > 9
                        && fields[1].toUpperCase(Locale.ROOT).endsWith(localPort)
                        && fields[3].equals(LISTENING)
                ? Optional.of(fields[9])
                : Optional.empty();
    }

    private static boolean holds(Path process, Set<String> sockets) {
        return list(process.resolve("fd")).stream().anyMatch(fd -> sockets.contains(target(fd)));
    }

    private static String command(Path process) {
        try {
            byte[] bytes = Files.readAllBytes(process.resolve("cmdline"));
            String command = new String(bytes, StandardCharsets.UTF_8).replace('\0', ' ').strip();
            return " ("
                    + (command.length() > LONGEST_COMMAND
                            ? command.substring(0, LONGEST_COMMAND) + "..."
                            : command)
                    + ")";
        } catch (IOException e) {
            return "";
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** Empty for other users' processes and for those that have just ended. */
    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";
        }
    }
}
