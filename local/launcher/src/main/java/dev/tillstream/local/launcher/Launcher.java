package dev.tillstream.local.launcher;

import dev.tillstream.access.key.KeyRefusedException;
import dev.tillstream.local.launcher.dlq.DlqCommand;
import dev.tillstream.local.launcher.fault.FaultsCommand;
import dev.tillstream.local.launcher.house.NotRunnableException;
import dev.tillstream.local.launcher.key.KeysCommand;
import dev.tillstream.local.launcher.process.FailedProgramException;
import dev.tillstream.producer.UndeliveredException;
import dev.tillstream.producer.command.ProduceCommand;
import dev.tillstream.producer.file.BadFileException;
import dev.tillstream.producer.input.UnreadableException;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./run}: each verb is a subcommand. */
@Command(
        name = "./run",
        synopsisSubcommandLabel = "VERB",
        description = "Runs Tillstream on this machine, on the real protocols of AWS.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            StatusCommand.class,
            AuditCommand.class,
            DlqCommand.class,
            FaultsCommand.class,
            KeysCommand.class,
            HelpCommand.class
        },
        footerHeading = "%nPrograms of their own, each with --help:%n",
        footer = {
            "  analytics  Count events of standard input into rows, without a cloud.",
            "  routes     Where events go: proved, explained, compared with the bus."
        })
public final class Launcher implements Runnable {

    /** Failures whose message says it all. */
    private static final Set<Class<?>> PLAIN =
            Set.of(
                    NotRunnableException.class,
                    FailedProgramException.class,
                    BadFileException.class,
                    UnreadableException.class,
                    UndeliveredException.class,
                    KeyRefusedException.class);

    @Spec private CommandSpec spec = CommandSpec.create();

    /** The entry point. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Launcher())
                .addSubcommand(new CommandLine(new ProduceCommand(new WhatRuns())))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, result) -> {
                    if (PLAIN.contains(failure.getClass())) {
                        command.getErr().println(failure.getMessage());
                    } else {
                        failure.printStackTrace(command.getErr());
                    }
                    return 1;
                });
    }

    /** Without a verb. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
