package dev.tillstream.local.launcher.key;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The keys that the README's lines take. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Make keys for store_1 to store_5, a reader and an admin, in files for curl -H @FILE.",
            "Those that are there and good stay as they are."
        })
final class KeysDemoCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private KeysOption keys = new KeysOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the files (default: keys in the state folder)")
    private @Nullable Path folder;

    @Override
    public Integer call() {
        Path files = folder == null ? keys.folder().resolve("keys") : folder;
        return keys.withTable(client -> {
            PrintWriter out = spec.commandLine().getOut();
            LocalKeys.of(client, files).ofDemo().forEach(out::println);
            return 0;
        });
    }
}
