package dev.tillstream.router;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the command line. */
record Run(int exit, String out, String err) {

    static Run of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exit =
                RoutesCommand.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(arguments);
        return new Run(exit, out.toString(), err.toString());
    }
}
