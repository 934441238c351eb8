package dev.tillstream.local.launcher;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;

/** {@code ./run} within a test; as on a terminal, what is not flushed is not seen. */
public final class LauncherFixture {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Answers the exit code. */
    public int run(String... arguments) {
        return Launcher.commandLine()
                .setOut(new PrintWriter(new BufferedWriter(out), true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }
}
