package dev.tillstream.local.launcher.key;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The end of a key. */
@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        description = "End a key for good; services refuse it ten seconds later at the latest.")
final class KeysRevokeCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private KeysOption keys = new KeysOption();

    @Parameters(paramLabel = "ID", description = "As ./run keys list shows it")
    private String id = "";

    @Option(
            names = "--previous",
            description = "Only the secret before the last rotation, if it is still good")
    private boolean onlyPrevious;

    @Override
    public Integer call() {
        return keys.with(office -> {
            if (onlyPrevious) {
                office.endPrevious(id);
                spec.commandLine().getOut().printf("%s: only the newest secret is good%n", id);
            } else {
                spec.commandLine()
                        .getOut()
                        .printf("%s: revoked at %s%n", id, office.revoke(id).revoked());
            }
            return 0;
        });
    }
}
