package dev.tillstream.local.launcher;

import dev.tillstream.local.launcher.process.Voice;
import java.io.PrintWriter;

/** Standard output, line by line, until there is nothing more to say. */
final class Screen implements Voice {

    private final PrintWriter out;
    private boolean silent;

    Screen(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void say(String line) {
        if (!silent) {
            out.println(line);
            out.flush();
        }
    }

    /** Says one last thing: what is reported afterwards comes from being stopped. */
    synchronized void sayLast(String line) {
        say(line);
        silent = true;
    }
}
