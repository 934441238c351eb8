package dev.tillstream.local.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How people and supervisors end a process, and the exit code of a Java process that they end. */
enum StopBySignal {
    INT(2),
    TERM(15);

    private static final Path STATUS = Path.of("/proc/self/status");

    private final int number;

    StopBySignal(int number) {
        this.number = number;
    }

    /**
     * Ctrl-C; but children of a shell's background job are born deaf to it, which a test can't
     * change, and are then ended by SIGTERM.
     */
    static StopBySignal usable() throws IOException {
        if (!Files.exists(STATUS)) {
            return INT;
        }
        String ignored =
                Files.readAllLines(STATUS).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> line.substring("SigIgn:".length()).strip())
                        .findFirst()
                        .orElseThrow();
        return (Long.parseUnsignedLong(ignored, 16) & INT.bit()) == 0 ? INT : TERM;
    }

    void send(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid())).start().waitFor();
    }

    int exit() {
        return 128 + number;
    }

    private long bit() {
        return 1L << (number - 1);
    }
}
