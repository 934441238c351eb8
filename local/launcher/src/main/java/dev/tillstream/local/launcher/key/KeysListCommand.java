package dev.tillstream.local.launcher.key;

import dev.tillstream.access.key.StoredKey;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A line for each key. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Show all keys, without their secrets: those are kept by nobody.")
final class KeysListCommand implements Callable<Integer> {

    private static final String ROW = "%-12s  %-6s  %-8s  %-20s  %-20s  %s%n";

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private KeysOption keys = new KeysOption();

    @Override
    public Integer call() {
        return list(keys, spec.commandLine().getOut());
    }

    static int list(KeysOption keys, PrintWriter out) {
        return keys.with(office -> {
            Instant now = InstantSource.system().instant();
            out.printf(ROW, "id", "role", "state", "created", "rotated", "store");
            for (StoredKey key : office.list()) {
                out.printf(
                        ROW,
                        key.id(),
                        key.role().title(),
                        key.state(now).name().toLowerCase(Locale.ROOT),
                        time(key.created()),
                        time(key.rotated()),
                        key.store() == null ? "-" : key.store());
            }
            return 0;
        });
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "-" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
