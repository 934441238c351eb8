package dev.tillstream.local.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A small process that stops the children should this one be killed with no chance to: it reads
 * their ids from a pipe, and when the pipe ends, they are left alone in the world.
 */
final class Watchdog implements AutoCloseable {

    private static final String SCRIPT =
            """
            trap '' INT HUP TERM
            while read -r line; do pids=$line; done
            [ -n "$pids" ] || exit 0
            kill $pids
            for second in 1 2 3 4 5 6 7 8 9 10; do
              kill -0 $pids || exit 0
              sleep 1
            done
            kill -9 $pids
            """;

    private final Writer pipe;

    private Watchdog(Writer pipe) {
        this.pipe = pipe;
    }

    static Watchdog start() {
        try {
            Process shell =
                    new ProcessBuilder("/bin/sh", "-c", SCRIPT)
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start();
            return new Watchdog(shell.outputWriter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on these are the children, and no others. */
    synchronized void guard(Collection<Long> pids) {
        try {
            pipe.write(
                    pids.stream().map(String::valueOf).collect(Collectors.joining(" ", "", "\n")));
            pipe.flush();
        } catch (IOException e) {
            // Somebody killed it, or it was told to end: the children are stopped without it.
        }
    }

    /** Lets it end without doing anything; only when no child is left. */
    @Override
    public synchronized void close() {
        guard(List.of());
        try {
            pipe.close();
        } catch (IOException e) {
            // It has ended already.
        }
    }
}
