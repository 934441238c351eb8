package dev.tillstream.local.launcher.dlq;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Without a subcommand it lists. */
@Command(
        name = "dlq",
        mixinStandardHelpOptions = true,
        description =
                "Look into the dead-letter queues, and send what is in them where it was meant to go.",
        subcommands = {DlqListCommand.class, DlqShowCommand.class, DlqRedriveCommand.class})
public final class DlqCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private QueuesOption queues = new QueuesOption();

    @Override
    public Integer call() {
        return DlqListCommand.list(queues, spec.commandLine().getOut());
    }
}
