package dev.tillstream.local.launcher;

import dev.tillstream.local.launcher.house.RunFile;
import dev.tillstream.local.launcher.place.StateOption;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves that every accepted sale is accounted for, from what is stored. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Prove, per store and minute, that no cent was lost or made up.")
final class AuditCommand implements Callable<Integer> {

    private static final String PROJECT = "tillstream";

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private StateOption state = new StateOption();

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description =
                    "The AWS to read, for example http://127.0.0.1:4566 of docker compose (default:"
                            + " that of what runs here)")
    private @Nullable URI endpoint;

    @Option(names = "--json", description = "Only the line of JSON")
    private boolean json;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description =
                    "How long to wait for what is under way (default: ${DEFAULT-VALUE}; while"
                            + " events come in, something always is)")
    private long patience;

    /** Exits with 0 only if nothing differs. */
    @Override
    public Integer call() throws InterruptedException {
        AuditRun audit = new AuditRun(aws(), PROJECT, Duration.ofSeconds(patience));
        return audit.run(spec.commandLine().getOut(), json) ? 0 : 1;
    }

    private URI aws() {
        return endpoint == null
                ? new RunFile(state.folder()).require().ports().awsAddress()
                : endpoint;
    }
}
