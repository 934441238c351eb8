package dev.tillstream.local.launcher.key;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Without a subcommand it lists. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Make, rotate, revoke and list the keys of stores and people.",
        subcommands = {
            KeysCreateCommand.class,
            KeysRotateCommand.class,
            KeysRevokeCommand.class,
            KeysListCommand.class,
            KeysDemoCommand.class
        })
public final class KeysCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private KeysOption keys = new KeysOption();

    @Override
    public Integer call() {
        return KeysListCommand.list(keys, spec.commandLine().getOut());
    }
}
