package dev.tillstream.local.launcher.fault;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Without a subcommand it lists. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = "Make the embedded AWS fail: list, add and clear faults.",
        subcommands = {ListCommand.class, AddCommand.class, ClearCommand.class})
public final class FaultsCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private AwsOption aws = new AwsOption();

    @Override
    public Integer call() throws InterruptedException {
        return ListCommand.list(aws, spec.commandLine().getOut());
    }
}
