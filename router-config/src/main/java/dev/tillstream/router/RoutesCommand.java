package dev.tillstream.router;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./run routes}: the routes of the bus, from proof to repair. */
@Command(
        name = "routes",
        description =
                "Where events go: proved, explained, rendered, compared with the bus (router-config/routes.yaml).",
        mixinStandardHelpOptions = true,
        subcommands = {
            VerifyCommand.class,
            ExplainCommand.class,
            RenderCommand.class,
            DriftCommand.class,
            ApplyCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:yes: all is as it should be",
            "1:no: findings, no route, a stale template, drift",
            "2:can't say: wrong usage, an unreadable file, no answer"
        })
public final class RoutesCommand implements Runnable {

    static final int NO = 1;
    static final int UNKNOWN = 2;

    // Set by picocli before anything runs.
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** The command line, for main and for tests. */
    public static CommandLine commandLine() {
        return new CommandLine(new RoutesCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    command.getErr().println("routes: " + Reason.of(exception));
                    return UNKNOWN;
                });
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Missing: verify, explain, render, drift or apply");
    }
}
